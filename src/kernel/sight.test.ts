import { expect, test } from 'vitest'
import { mayReadSaid } from './sight.ts'

const word = { leadIds: ['lead', 'coLead'], saidBy: 'partA' }

test.each([
  ['office', [], true],
  ['leader', [], true],
  ['auditor', [], true],
  ['reporter', ['partA'], true],
  ['reviewer', ['lead'], true],
  ['agencyHead', ['coLead'], true],
  ['reporter', ['township', 'partA'], true],
  ['reporter', ['partB'], false],
  ['reviewer', ['partB'], false],
  ['agencyHead', [], false],
  ['administrator', [], false],
] as const)('a %s of %j reads what one part of a task said: %s', (role, ownAgencyIds, may) => {
  expect(mayReadSaid(word, { actor: { role }, ownAgencyIds })).toBe(may)
})

test('what all of them said is for the lead, and not for who took part', () => {
  const all = { ...word, saidBy: null }
  expect(mayReadSaid(all, { actor: { role: 'reporter' }, ownAgencyIds: ['partA'] })).toBe(false)
  expect(mayReadSaid(all, { actor: { role: 'reporter' }, ownAgencyIds: ['lead'] })).toBe(true)
})
