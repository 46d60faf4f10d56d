import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto'
import { stepsTaken, totpRules } from '../domain/second-factor.ts'

/** RFC 4226 section 5.3: the truncated HMAC of a step's number. */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** totpRules.digits
  return String(number).padStart(totpRules.digits, '0')
}

/** The step a code belongs to, among those taken now and newer than the last one used; undefined when it is wrong. */
export const findStep = (secret: Uint8Array, code: string, { now, lastStep }: { now: Date; lastStep: number }) =>
  stepsTaken(now).find((step) => step > lastStep && codeOf(secret, step) === code)

export const newSecret = (): Uint8Array => randomBytes(totpRules.secretBytes)

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

const group = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')

/** Two groups of five, about 49 bits: good once, and five wrong ones lock the account. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: totpRules.recoveryCodes }, () => `${group()}-${group()}`)
}

export const hashCode = (code: string): string => createHash('sha256').update(code).digest('hex')

/** Keeps secrets of second factors under a key made from the installation's own secret. */
export interface Seal {
  close(bytes: Uint8Array): string
  open(sealed: string): Uint8Array
}

export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'guatu second factor', 32))
  return {
    close(bytes) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed) {
      const all = Buffer.from(sealed, 'base64')
      const cipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, 12))
      cipher.setAuthTag(all.subarray(12, 28))
      return Buffer.concat([cipher.update(all.subarray(28)), cipher.final()])
    },
  }
}
