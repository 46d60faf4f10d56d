import { expect, test } from 'vitest'
import graph from '#main/module-graph.json' with { type: 'json' }
import { apart, restsOn } from '#modules/programme/lamps/server/standing.ts'
import { modules } from '../scripts/write-docs.ts'

/** What a module writes that lamps may read from: none of it is overlooked when lamps that stand are looked at again. */
const read = [...graph.modules.programme.lamps, 'lamps', 'organisations']

test('what is named as apart is there', () => {
  const names = modules.flatMap(({ operations }) => operations.map(({ operation }) => operation.name))
  expect(apart.filter((beginning) => !names.some((name) => name.startsWith(beginning)))).toEqual([])
})

test('lamps rest on every operation of the modules they may read from, and on no other', () => {
  const named = modules.flatMap(({ name, operations }) =>
    operations.map(({ operation }) => ({ name, written: operation.name })),
  )
  const rested = named.filter(({ written }) => restsOn.some((beginning) => written.startsWith(beginning)))
  expect(rested.length).toBeGreaterThan(40)
  expect([...new Set(rested.map(({ name }) => name))].sort()).toEqual([...read].sort())
  expect(rested.length).toBe(named.filter(({ name }) => read.includes(name)).length)
})
