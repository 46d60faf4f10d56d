import { expect, test } from 'vitest'
import { reverseChange } from './reverse-change.ts'

const effectiveOn = '2026-05-01'
const aRecord = (id: string, value: string | null, endedOn: string | null = null) => ({ id, value, endedOn })

test('a value set for several is taken back to what each of them had, from the same day on', () => {
  const before = [aRecord('a', 'mill'), aRecord('b', null), aRecord('c', 'mill')]
  const ids = ['a', 'b', 'c']
  expect(reverseChange(before, { act: 'set', ids, field: 'kind', value: 'barn', effectiveOn })).toMatchObject([
    { act: 'set', ids: ['a', 'c'], field: 'kind', value: 'mill', effectiveOn },
    { act: 'set', ids: ['b'], field: 'kind', value: null, effectiveOn },
  ])
})

test('an end is taken back to none, taking up again to the end each of them had', () => {
  const open = [aRecord('a', null), aRecord('b', null)]
  expect(reverseChange(open, { act: 'end', ids: ['a', 'b'], effectiveOn })).toMatchObject([
    { act: 'resume', ids: ['a', 'b'], effectiveOn },
  ])
  const ended = [aRecord('a', null, '2026-01-01'), aRecord('b', null, '2026-02-01')]
  expect(reverseChange(ended, { act: 'resume', ids: ['a', 'b'], effectiveOn })).toMatchObject([
    { act: 'end', ids: ['a'], effectiveOn: '2026-01-01' },
    { act: 'end', ids: ['b'], effectiveOn: '2026-02-01' },
  ])
})
