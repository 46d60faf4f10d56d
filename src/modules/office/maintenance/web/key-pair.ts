import { x25519 } from '@noble/curves/ed25519.js'
import { bech32 } from '@scure/base'

/** The two halves in the text form of age (age-encryption.org/v1). */
export interface KeyPair {
  identity: string
  recipient: string
}

/**
 * Makes a key pair in the browser. County sites are plain http within the house, where browsers hide WebCrypto
 * (crypto.subtle), and Chromium 90 has no X25519: only their source of randomness is used, the curve is in plain code.
 */
export function makeKeyPair(): KeyPair {
  const scalar = x25519.utils.randomSecretKey()
  return {
    identity: bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase(),
    recipient: bech32.encodeFromBytes('age', x25519.getPublicKey(scalar)),
  }
}

/** What the key file holds: read by `guatu restore --identity` and by the age tools. */
export const keyFileText = ({ identity, recipient }: KeyPair, day: string): string =>
  [
    `# 挂图备份私钥，${day} 生成。凭它可以打开备份，请离线保管，不要放在服务器上。`,
    `# public key: ${recipient}`,
    identity,
    '',
  ].join('\n')
