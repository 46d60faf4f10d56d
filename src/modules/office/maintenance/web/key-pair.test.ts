import { identityToRecipient } from 'age-encryption'
import { expect, test, vi } from 'vitest'
import { readIdentity } from '#platform/sealing/sealing.ts'
import { keyFileText, makeKeyPair } from './key-pair.ts'

test('a pair made without WebCrypto is one the age format knows, and its file is read back', async () => {
  const { getRandomValues } = crypto
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) })
  const pairs = Array.from({ length: 20 }, makeKeyPair)
  vi.unstubAllGlobals()
  expect(new Set(pairs.map(({ identity }) => identity)).size).toBe(20)
  for (const pair of pairs) {
    expect(await identityToRecipient(pair.identity)).toBe(pair.recipient)
    expect(await readIdentity(keyFileText(pair, '2026-11-22'))).toEqual(pair)
  }
})
