import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { keepOnce } from '../files/keep-once.ts'

/** The public half of a signing key: all that checking a signature needs. */
export const VerificationKey = z.object({
  algorithm: z.string(),
  /** First half of the SHA-256 of the public key, for people to compare. */
  keyId: z.string().regex(/^[\da-f]{32}$/),
  /** SubjectPublicKeyInfo, base64. */
  publicKey: z.string(),
})
export type VerificationKey = z.infer<typeof VerificationKey>

/** A signature says by itself how it is checked and by whom it was made. */
export const Signature = z.object({ algorithm: z.string(), keyId: z.string(), value: z.string() })
export type Signature = z.infer<typeof Signature>

interface Algorithm {
  /** PKCS #8, PEM. */
  makeKey(): string
  publicKeyOf(privateKey: string): Buffer
  sign(bytes: Uint8Array, privateKey: string): Buffer
  verify(bytes: Uint8Array, value: Buffer, publicKey: Buffer): boolean
}

/** By the name a signature carries; another (SM2, GB/T 32918) is one entry more. */
const algorithms: Readonly<Record<string, Algorithm>> = {
  /** RFC 8032. */
  Ed25519: {
    makeKey: () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyOf: (privateKey) => createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    sign: (bytes, privateKey) => sign(null, bytes, createPrivateKey(privateKey)),
    verify: (bytes, value, publicKey) =>
      verify(null, bytes, createPublicKey({ key: publicKey, format: 'der', type: 'spki' }), value),
  },
}

/** What new keys are made for; older signatures are checked by the algorithm they name. */
const presentAlgorithm = 'Ed25519'

const idOf = (publicKey: Buffer): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 32)

const keyFile = (dataFolder: string): string => join(dataFolder, 'signing-key.pem')

/** Signs in the name of this installation. */
export interface Signer {
  key: VerificationKey
  sign(bytes: Uint8Array): Signature
}

function signerOf(privateKey: string): Signer {
  const algorithm = algorithms[presentAlgorithm]
  if (!algorithm) throw new Error(`${presentAlgorithm} is not known`)
  const publicKey = algorithm.publicKeyOf(privateKey)
  const key = { algorithm: presentAlgorithm, keyId: idOf(publicKey), publicKey: publicKey.toString('base64') }
  const { keyId } = key
  return {
    key,
    sign: (bytes) => ({
      algorithm: presentAlgorithm,
      keyId,
      value: algorithm.sign(bytes, privateKey).toString('base64'),
    }),
  }
}

/** The signing key of the installation, made with its first use and kept in the data folder; it is in no backup. */
export const openSigner = (dataFolder: string): Signer =>
  signerOf(keepOnce(keyFile(dataFolder), () => algorithms[presentAlgorithm]?.makeKey() ?? ''))

/** The public half of the key of this installation; null before it signed anything. */
export const findOwnKey = (dataFolder: string): VerificationKey | null =>
  existsSync(keyFile(dataFolder)) ? signerOf(readFileSync(keyFile(dataFolder), 'utf8')).key : null

/** Whether the signature is of these bytes and by this key; an algorithm nobody knows, or a key of another name, is no. */
export function isSignedBy(bytes: Uint8Array, signature: Signature, key: VerificationKey): boolean {
  const algorithm = algorithms[signature.algorithm]
  const publicKey = Buffer.from(key.publicKey, 'base64')
  const isOfKey =
    signature.algorithm === key.algorithm && signature.keyId === key.keyId && key.keyId === idOf(publicKey)
  if (!algorithm || !isOfKey) return false
  try {
    return algorithm.verify(bytes, Buffer.from(signature.value, 'base64'), publicKey)
  } catch {
    // A key that is none signs nothing.
    return false
  }
}

/** `3f2a 91c0 …`, as it is read out over the telephone. */
export const shownKeyId = (keyId: string): string => keyId.replaceAll(/(.{4})(?=.)/g, '$1 ')
