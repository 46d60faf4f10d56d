import { z } from 'zod'

/** Time-based one-time passwords, RFC 6238: SHA-1, six digits, steps of thirty seconds, as every authenticator program takes them. */
export const totpRules = { digits: 6, stepSeconds: 30, secretBytes: 20, drift: 1, recoveryCodes: 10 } as const

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base 32 without padding. */
export function toBase32(bytes: Uint8Array): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((held >> bits) & 31)
    }
  }
  return bits > 0 ? text + alphabet.charAt((held << (5 - bits)) & 31) : text
}

/** The number of the step a moment lies in. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / totpRules.stepSeconds)

/** The steps whose password is taken at a moment, the present one first: clocks of phones go a little wrong. */
export function stepsTaken(now: Date): readonly number[] {
  const present = stepOf(now)
  return [present, present - totpRules.drift, present + totpRules.drift]
}

/** The `otpauth:` address an authenticator reads from the QR code. */
export function otpauthLink(secret: string, { username, county }: { username: string; county: string }): string {
  const label = encodeURIComponent(`挂图:${username}@${county}`)
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent('挂图')}&digits=6&period=30`
}

/** Six digits of the program, or a recovery code in two groups; blanks between digits are how people type them. */
export const OneTimeCode = z
  .string()
  .trim()
  .toLowerCase()
  .transform((code) => code.replaceAll(/\s/g, ''))
  .refine(
    (code) => /^(\d{6}|[a-z2-9]{5}-[a-z2-9]{5})$/.test(code),
    '请输入 6 位动态口令，或“xxxxx-xxxxx”形式的恢复码。',
  )

/** How far an account is with its second factor: `begun` has a secret nobody has proved to hold yet. */
export const SecondFactorState = z.enum(['none', 'begun', 'on'])
export type SecondFactorState = z.infer<typeof SecondFactorState>
