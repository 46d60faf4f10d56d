import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { findOwnKey, isSignedBy, openSigner, shownKeyId } from './signing.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-signing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the key is made once, kept for its owner alone, and told by its public half', () => {
  const place = join(folder, 'own')
  expect(findOwnKey(place)).toBeNull()
  const signer = openSigner(place)
  expect(statSync(join(place, 'signing-key.pem')).mode & 0o777).toBe(0o600)
  expect(openSigner(place).key).toEqual(signer.key)
  expect(findOwnKey(place)).toEqual(signer.key)
  expect(JSON.stringify(signer.key)).not.toContain(readFileSync(join(place, 'signing-key.pem'), 'utf8').split('\n')[1])
  expect(shownKeyId('0123456789abcdef')).toBe('0123 4567 89ab cdef')
})

test('a signature is good for its bytes and its key, and for nothing beside them', () => {
  const [one, two] = [openSigner(join(folder, 'one')), openSigner(join(folder, 'two'))]
  const someBytes = fc.uint8Array({ minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(someBytes, fc.nat(), (bytes, at) => {
      const signature = one.sign(bytes)
      expect(isSignedBy(bytes, signature, one.key)).toBe(true)
      const other = bytes.map((byte, i) => (i === at % bytes.length ? byte ^ 1 : byte))
      expect(isSignedBy(other, signature, one.key)).toBe(false)
      expect(isSignedBy(bytes, signature, two.key)).toBe(false)
    }),
  )
  const bytes = Buffer.from('清单')
  const signature = one.sign(bytes)
  // Another key under the name of the first, an algorithm nobody knows, a key that is none.
  expect(isSignedBy(bytes, two.sign(bytes), { ...two.key, keyId: one.key.keyId })).toBe(false)
  expect(isSignedBy(bytes, { ...signature, algorithm: 'none' }, { ...one.key, algorithm: 'none' })).toBe(false)
  expect(isSignedBy(bytes, signature, { ...one.key, publicKey: 'AAAA' })).toBe(false)
  expect(isSignedBy(bytes, { ...signature, value: '' }, one.key)).toBe(false)
})
