import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { isRecipient, readIdentity, seal, unseal } from './sealing.ts'

const identity = await generateX25519Identity()
const recipient = await identityToRecipient(identity)
const stranger = await generateX25519Identity()

test('what is sealed is read by its identity, by the key kept while writing, and by nobody else', async () => {
  const bytes = Buffer.from('县科技局'.repeat(50_000))
  const { sealed, key } = await seal(Readable.from([bytes]), [recipient])
  const file = await buffer(sealed)
  expect(file.includes(Buffer.from('县科技局'))).toBe(false)
  const read = async (by: Parameters<typeof unseal>[1], from = file) => buffer(await unseal(Readable.from([from]), by))
  expect(await read({ identity })).toEqual(bytes)
  expect(await read({ key })).toEqual(bytes)
  await expect(read({ identity: stranger })).rejects.toThrow('这把私钥打不开')
  for (const at of [30, 120, 400, file.length - 1]) {
    const altered = Buffer.from(file)
    altered[at] = altered[at]! ^ 1
    await expect(read({ identity }, altered)).rejects.toThrow()
  }
  await expect(read({ identity }, file.subarray(0, file.length - 70_000))).rejects.toThrow()
})

test('a recipient is held against its check digits, a key file is read with its remarks', async () => {
  expect(isRecipient(recipient)).toBe(true)
  expect(isRecipient(recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')))).toBe(false)
  for (const wrong of ['', 'age1', identity, `${recipient} `, 'age1pq1qqqq']) expect(isRecipient(wrong)).toBe(false)
  expect(await readIdentity(`# 挂图备份私钥\r\n# ${recipient}\r\n${identity}\r\n`)).toEqual({ identity, recipient })
  await expect(readIdentity(recipient)).rejects.toThrow('私钥文件里没有私钥')
  await expect(readIdentity(identity.slice(0, -1))).rejects.toThrow('私钥文件里没有私钥')
})
