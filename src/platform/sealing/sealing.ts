import { Readable } from 'node:stream'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { defineErrors } from '#kernel/errors.ts'

/** Files for one reader: the age format (age-encryption.org/v1), whose tools open them without this program. */

export const sealingErrors = defineErrors('sealing', {
  noIdentity: {
    kind: 'invalid',
    text: () => '私钥文件里没有私钥。它应有一行以 AGE-SECRET-KEY-1 开头，请核对是否选对了文件、内容是否完整。',
  },
  otherIdentity: {
    kind: 'forbidden',
    text: () => '这把私钥打不开该文件：它是加密给另一把公钥的。请用与其公钥对应的私钥。',
  },
  damaged: { kind: 'invalid', text: () => '加密的内容不完整或被改动过，解不开。' },
})

/** What unlocks one file; kept in memory only, to read back what was just written without the private key. */
export type FileKey = Uint8Array

const toWeb = (source: Readable): ReadableStream<Uint8Array> => Readable.toWeb(source) as ReadableStream<Uint8Array>
const fromWeb = (stream: ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])

/** Whether this is the public half of a key pair, its check digits included. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return text.startsWith('age1') && text.length === 62
  } catch {
    return false
  }
}

/** Encrypts a stream so that any one of these can read it; what passes through is all that lies in memory. */
export async function seal(
  source: Readable,
  recipients: readonly string[],
): Promise<{ sealed: Readable; key: FileKey }> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  let key: FileKey = new Uint8Array()
  encrypter.addRecipient({
    wrapFileKey: (fileKey) => {
      key = Uint8Array.from(fileKey)
      return []
    },
  })
  const sealed = await encrypter.encrypt(toWeb(source))
  return { sealed: fromWeb(sealed), key }
}

/** Decrypts a stream; a byte that was changed ends it with an error before anything of its block is given out. */
export async function unseal(source: Readable, by: { identity: string } | { key: FileKey }): Promise<Readable> {
  const decrypter = new Decrypter()
  decrypter.addIdentity('identity' in by ? by.identity : { unwrapFileKey: () => by.key })
  const opened = await decrypter.decrypt(toWeb(source)).catch((error: unknown) => {
    const isOther = error instanceof Error && error.message.startsWith('no identity matched')
    throw isOther ? sealingErrors.otherIdentity({}) : sealingErrors.damaged({})
  })
  return fromWeb(opened)
}

/** The private half in the text of a key file, as age-keygen and our page write it. */
export async function readIdentity(text: string): Promise<{ identity: string; recipient: string }> {
  const identity = /^AGE-SECRET-KEY-1[0-9A-Z]+\s*$/m.exec(text)?.[0].trim()
  if (identity === undefined) throw sealingErrors.noIdentity({})
  const recipient = await identityToRecipient(identity).catch(() => {
    throw sealingErrors.noIdentity({})
  })
  return { identity, recipient }
}
