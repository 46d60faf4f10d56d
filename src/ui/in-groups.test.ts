import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inGroups } from './in-groups.ts'

test('rows come together under their headings, each in the order it first came', () =>
  expect(inGroups(['b1', 'a1', 'b2', 'a2', 'c1'], (row) => row.charAt(0))).toEqual(['b1', 'b2', 'a1', 'a2', 'c1']))

test('no row is lost or doubled, and a heading never comes back', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(5)), (keys) => {
      const rows = keys.map((key, i) => ({ key, i }))
      const grouped = inGroups(rows, (row) => String(row.key))
      expect([...grouped].sort((a, b) => a.i - b.i)).toEqual(rows)
      const turns = grouped.filter((row, i) => row.key !== grouped[i - 1]?.key)
      expect(new Set(turns.map((row) => row.key)).size).toBe(turns.length)
    }),
  ))
