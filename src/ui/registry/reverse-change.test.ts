import { expect, test } from 'vitest'
import type { RecordLine } from '#kernel/registry/record-view.ts'
import { reverseChange } from './reverse-change.ts'

const aRecord = (id: string, kind: string | null, endedOn: string | null = null): RecordLine => ({
  id,
  values: { kind },
  endedOn,
  savedBy: '王敏',
  savedAt: new Date(0),
})
const records = [aRecord('a', 'mill'), aRecord('b', 'barn', '2026-02-01'), aRecord('c', 'mill'), aRecord('d', null)]
const ids = records.map(({ id }) => id)
const effectiveOn = '2026-05-01'

test('a value set for several is taken back to what each of them had, from the same day on', () => {
  const back = reverseChange(records, { act: 'set', ids, field: 'kind', value: 'barn', effectiveOn })
  expect(back).toMatchObject([
    { act: 'set', ids: ['a', 'c'], field: 'kind', value: 'mill', effectiveOn },
    { act: 'set', ids: ['d'], field: 'kind', value: null, effectiveOn },
  ])
})

test('an end is taken back only of those that had not ended, taking up again to the end each had', () => {
  expect(reverseChange(records, { act: 'end', ids, value: null, effectiveOn })).toMatchObject([
    { act: 'resume', ids: ['a', 'c', 'd'], effectiveOn },
  ])
  expect(reverseChange(records, { act: 'resume', ids, value: null, effectiveOn })).toMatchObject([
    { act: 'end', ids: ['b'], effectiveOn: '2026-02-01' },
  ])
})
