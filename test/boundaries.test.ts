import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const planted: string[] = []
afterAll(() => {
  for (const folder of planted) rmSync(folder, { recursive: true, force: true })
})

/** Runs the checker on a tree of invented files and returns what it says. */
function check(files: Record<string, string>): { lines: string[]; passed: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-boundaries-'))
  planted.push(folder)
  mkdirSync(join(folder, 'src'))
  for (const name of ['package.json', 'tsconfig.base.json']) cpSync(name, join(folder, name))
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { stdout, status } = spawnSync(process.execPath, ['scripts/boundaries.mjs', folder], {
    encoding: 'utf8',
  })
  return { lines: stdout.trim().split('\n'), passed: status === 0 }
}

const sound = {
  'src/kernel/day.ts': `import { z } from 'zod'\nexport const day = z.string()`,
  'src/platform/clock.ts': `import { day } from '#kernel/day.ts'\nexport const clock = day`,
  'src/ui/mark.tsx': `import { createElement } from 'react'\nexport const mark = createElement('b')`,
  'src/modules/office/organisations/contract.ts': `import { day } from '#kernel/day.ts'\nexport const agency = day`,
  'src/modules/office/organisations/server/index.ts': `export const findAgency = 1`,
  'src/modules/office/organisations/web/index.tsx': `export { mark } from '#ui/mark.tsx'`,
  'src/modules/office/accounts/contract.ts': `export { agency } from '#modules/office/organisations/contract.ts'`,
  'src/modules/programme/plans/domain/plan.ts': `export { day as plan } from '#kernel/day.ts'`,
  'src/modules/programme/plans/contract.ts': `export { plan } from './domain/plan.ts'`,
  'src/modules/programme/plans/server/tables.ts': `import { clock } from '#platform/clock.ts'\nimport { findAgency } from '#modules/office/organisations/server/index.ts'\nexport const tables = [clock, findAgency]`,
  'src/modules/programme/plans/web/page.tsx': `import { plan } from '../contract.ts'\nimport { mark } from '#modules/office/organisations/web/index.tsx'\nexport const page = [plan, mark]`,
  'src/modules/programme/programmes/contract.ts': `export type { plan } from '#modules/programme/plans/contract.ts'`,
  'src/main/server.ts': `export { tables } from '#modules/programme/plans/server/tables.ts'`,
}

const needs = z.record(z.string(), z.array(z.string()))
const { areas, modules } = z
  .object({ areas: needs, modules: z.record(z.string(), needs) })
  .parse(JSON.parse(readFileSync('src/main/module-graph.json', 'utf8')))

/** Whatever may be used, this may not: a module that is in no graph. */
const greedy = (name: string, area: string, module: string): readonly [string, readonly [string, string]] => [
  name,
  [
    `src/modules/${area}/${module}/server/${name}.ts`,
    `export { day } from '#modules/${name.startsWith('needs-of-area-') ? 'nowhere' : area}/unheard/contract.ts'`,
  ],
]

const unheard = ['nowhere', ...Object.keys(areas)].map((area) => [
  `src/modules/${area}/unheard/contract.ts`,
  `export { day } from '#kernel/day.ts'`,
])

/** For every rule of the checker: a file that breaks it. */
const violations: Record<string, readonly [path: string, text: string]> = {
  'no-cycles': ['src/kernel/egg.ts', `export type * from './hen.ts'`],
  resolves: ['src/kernel/lost.ts', `export * from './nowhere.ts'`],
  'kernel-pure': ['src/kernel/heavy.ts', `export { fastify } from 'fastify'`],
  'roles-declare': ['src/modules/programme/roles.ts', `export { defineErrors } from '#kernel/errors.ts'`],
  'compiler-pure': ['src/compiler/asks.ts', `export { clock } from '#platform/clock.ts'`],
  'domain-pure': [
    'src/modules/programme/plans/domain/saves.ts',
    `export { tables as saves } from '../server/tables.ts'`,
  ],
  'contract-declares': ['src/modules/office/accounts/contract.ts', `export { clock } from '#platform/clock.ts'`],
  'no-node-core-inside': ['src/kernel/reads.ts', `export { readFileSync } from 'node:fs'`],
  'web-never-reaches-server': [
    'src/modules/programme/plans/web/detour.ts',
    `export { saves } from '../domain/saves.ts'`,
  ],
  'server-never-reaches-web': ['src/modules/programme/plans/server/paints.ts', `export { createElement } from 'react'`],
  'front-doors-only': [
    'src/modules/programme/programmes/server/window.ts',
    `export { tables } from '../../plans/server/tables.ts'`,
  ],
  'ground-knows-no-module': [
    'src/platform/curious.ts',
    `export type { plan } from '#modules/programme/plans/contract.ts'`,
  ],
  'main-on-top': ['src/modules/programme/plans/server/upward.ts', `export { tables } from '#main/server.ts'`],
  'sources-without-tests': ['src/kernel/leans.ts', `export { a } from './a.fixture.ts'`],
  'module-in-graph': ['src/modules/nowhere/unheard/contract.ts', `export { day } from '#kernel/day.ts'`],
  ...Object.fromEntries(Object.keys(areas).map((area) => greedy(`needs-of-area-${area}`, area, 'greedy'))),
  ...Object.fromEntries(
    Object.entries(modules).flatMap(([area, needs]) =>
      Object.keys(needs).map((module) => greedy(`needs-of-${module}`, area, module)),
    ),
  ),
}

const others = {
  'src/kernel/hen.ts': `export * from './egg.ts'`,
  'src/kernel/a.fixture.ts': `export const a = 1`,
  ...Object.fromEntries(unheard),
}

test('a sound tree passes, and says how many files were read', () => {
  expect(check(sound)).toEqual({ lines: [`${Object.keys(sound).length} sources read, 0 violations`], passed: true })
})

describe('in a tree with one planted violation of every rule', () => {
  const { lines, passed } = check({ ...sound, ...others, ...Object.fromEntries(Object.values(violations)) })

  test('the check fails', () => expect(passed).toBe(false))

  test.each(Object.entries(violations))('%s is reported', (rule, [path]) => {
    expect(lines).toContainEqual(expect.stringContaining(`${rule}: ${path} → `))
  })
})

test.each([
  [
    'needs-of-area-office',
    'src/modules/office/organisations/server/ahead.ts',
    'src/modules/programme/plans/contract.ts',
  ],
  ['needs-of-plans', 'src/modules/programme/plans/server/ahead.ts', 'src/modules/programme/programmes/contract.ts'],
])('%s: nothing uses what stands right of it', (rule, path, used) => {
  const { lines } = check({ ...sound, [path]: `export type { plan } from '${used.replace('src/', '#')}'` })
  expect(lines).toContain(`${rule}: ${path} → ${used}`)
})

test('every rule has its violation here', () => {
  const config = z.object({ forbidden: z.array(z.object({ name: z.string() })) })
  const { forbidden } = config.parse(createRequire(import.meta.url)('../.dependency-cruiser.cjs'))
  expect(Object.keys(violations).sort()).toEqual(forbidden.map(({ name }) => name).sort())
})

test('a checker that has read nothing fails', () => {
  expect(check({})).toEqual({
    lines: ['nothing-unread: 0 of 0 sources were read; the other findings mean nothing'],
    passed: false,
  })
})

test('a checker that has left out a file fails', () => {
  const { lines, passed } = check({ ...sound, 'src/node_modules/unseen.ts': 'export const unseen = 1' })
  const count = Object.keys(sound).length
  expect(lines).toEqual([`nothing-unread: ${count} of ${count + 1} sources were read; the other findings mean nothing`])
  expect(passed).toBe(false)
})
