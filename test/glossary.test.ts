import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const glossary = readFileSync('docs/glossary.md', 'utf8')
const inCode = new Set([...glossary.matchAll(/`([^`]+)`/g)].map(([, word]) => word))

/** An entity as a screen shows it or a person types it is that entity (first paragraph of the glossary). */
const entityOf = (name: string) => name.replace(/(?:View|Summary|Page|Form)$/, '')

test('every area and every module has its line in the glossary', () => {
  const foldersIn = (place: string) =>
    readdirSync(place, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
  const modules = foldersIn('src/modules').flatMap((area) => [area, ...foldersIn(join('src/modules', area))])
  expect(modules.filter((module) => !inCode.has(module))).toEqual([])
})

test('every entity of every module has its line in the glossary', () => {
  const files = readdirSync('src/modules', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:\/domain\/.*|\/contract)\.ts$/.test(file))
    .map((file) => join('src/modules', file))
  const entities = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export const ([A-Z]\w+) = (?:z|[A-Z]\w+)\./gm)].map(
      ([, name = '']) => name,
    ),
  )
  expect(entities.length).toBeGreaterThan(20)
  expect([...new Set(entities)].filter((name) => !inCode.has(name) && !inCode.has(entityOf(name)))).toEqual([])
})
