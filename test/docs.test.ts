import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import graph from '#main/module-graph.json' with { type: 'json' }
import { modules, pageFile, pages } from '../scripts/write-docs.ts'

test.each(Object.entries(pages))('docs/generated/%s says what the code says (npm run docs)', (name, write) => {
  expect(readFileSync(pageFile(name), 'utf8')).toBe(write())
})

test('the list of modules is the graph of modules, each after those it uses', () => {
  const listed = modules.map(({ name }) => name)
  expect([...listed].sort()).toEqual(Object.values(graph.modules).flatMap(Object.keys).sort())
  for (const [module, used] of Object.values(graph.modules).flatMap(Object.entries<string[]>)) {
    expect(used.filter((other) => listed.indexOf(other) > listed.indexOf(module))).toEqual([])
  }
})

/** What the modules write down, by a pattern whose one group is the name. */
const named = (pattern: RegExp): string[] =>
  readdirSync('src/modules', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join('src/modules', file), 'utf8').matchAll(pattern)])
    .map(([, name = '']) => name)
    .sort()

const madeBy = (maker: 'event' | 'workflow') => named(new RegExp(`\\b${maker}(?:<[^(]+>)?\\(\\s*'([^']+)'`, 'g'))

test('every fact that is told and every procedure stands in its module, so that a page lists it', () => {
  expect(modules.flatMap(({ tells = [] }) => tells.map(({ name }) => name)).sort()).toEqual(madeBy('event'))
  expect(modules.flatMap(({ procedures = [] }) => procedures.map(({ name }) => name)).sort()).toEqual(
    madeBy('workflow'),
  )
})

test('every clause of every rule stands in its module, and in one file', () => {
  const listed = new Set(modules.flatMap(({ rules = [] }) => rules.map(({ clause }) => clause)))
  expect([...listed].sort()).toEqual([...new Set(named(/\bclause: '(\w+\.\w+)'/g))])
  expect(pages['rules.md']?.()).not.toContain('`, `')
})

test('facts and procedures bear the name of their module, operations too', () => {
  for (const { name, operations, tells = [], procedures = [], jobs = [] } of modules) {
    const names = [...operations.map(({ operation }) => operation), ...tells, ...procedures, ...jobs]
    expect(names.map((one) => one.name).filter((one) => !one.startsWith(`${name}.`))).toEqual([])
  }
})
