import { describe, expect, test } from 'vitest'
import { mayReadSaid, type Said } from './sight.ts'

const named = { leadIds: ['lead', 'coLead'], namedIds: ['lead', 'coLead', 'partA', 'partB'] }
const reads = (saidBy: Said['saidBy'], role: 'office' | 'reporter', ...ownAgencyIds: string[]): boolean =>
  mayReadSaid({ ...named, saidBy }, { actor: { role }, ownAgencyIds })

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
  expect(mayReadSaid({ ...named, saidBy: ['partA'] }, { actor: { role }, ownAgencyIds })).toBe(may)
})

describe('what several said, or nobody', () => {
  test('is for the lead where others had a part in it', () => {
    expect(reads(['partA', 'lead'], 'reporter', 'partA')).toBe(false)
    expect(reads(['partA', 'partB'], 'reporter', 'lead')).toBe(true)
    expect(reads(['partA', 'township'], 'reporter', 'township', 'partA')).toBe(true)
  })

  test('is for all the task names where it rests on no agency’s word', () => {
    expect(reads([], 'reporter', 'partA')).toBe(true)
    expect(reads([], 'reporter', 'stranger')).toBe(false)
  })

  test('is for the lead alone where nobody knows any more who said it', () => {
    expect(reads(null, 'reporter', 'partA')).toBe(false)
    expect(reads(null, 'reporter', 'lead')).toBe(true)
    expect(reads(null, 'office')).toBe(true)
  })
})
