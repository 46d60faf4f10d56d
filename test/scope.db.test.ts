import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { agencyStaff, forAgency } from '#kernel/actor.ts'
import { Refusal } from '#kernel/errors.ts'
import { PartyKind } from '#kernel/party.ts'
import type { Implementation } from '#platform/operation/implement.ts'
import { sampleDivision } from '../src/main/sample-county.ts'
import { exampleInput } from './scope/example-input.ts'
import { confinedWords, inputs, openTables, ownTables, records } from './scope/examples.ts'
import { askExample, makeRecords } from './scope/make-records.ts'
import { openSampleHouse } from './scope/open-sample-house.ts'
import { actingFor, strangersOf, underNumberOf } from './scope/parties.ts'
import { readAnswer } from './scope/read-answer.ts'
import { hashCounty, listIds } from './scope/rows-of-county.ts'
import { type TouchedTables, watchTables } from './scope/touched-tables.ts'

const house = await openSampleHouse()
const { system, pool, person, foreigners, strangers } = house
const signedIn = system.implementations.filter(({ operation }) => operation.by !== 'anyone')
const cases = signedIn.map((implementation) => ({ implementation, name: implementation.operation.name }))
/** What stands in a registry its readers may see, all of it. */
const registered = system.modules.flatMap(({ registry }) =>
  registry ? [registry.table, `${registry.table}_version`] : [],
)
let ids: Record<string, string> = {}
let before: Record<string, string> = {}
let touched: TouchedTables
/** Seconds the tables were looked at, of all the sweep took. */
const spent = { calls: 0, asking: 0, looking: 0 }
let owned = new Map<string, string>()
let words: readonly string[] = []

const find = (name: string): Implementation => {
  const found = system.implementations.find(({ operation }) => operation.name === name)
  if (!found) throw new Error(`there is no operation ${name}`)
  return found
}

async function timed<T>(what: 'asking' | 'looking', work: Promise<T>): Promise<T> {
  const begun = performance.now()
  try {
    return await work
  } finally {
    spent[what] += (performance.now() - begun) / 1000
  }
}

/** What the operation answers this person, or its refusal. */
async function ask(implementation: Implementation, actor: Actor) {
  spent.calls += 1
  return timed('asking', answerOf(implementation, actor))
}

async function answerOf(implementation: Implementation, actor: Actor) {
  try {
    return { ...(await askExample(house, implementation, { actor, ids })), refusal: undefined }
  } catch (error) {
    const input = exampleInput(implementation.operation, ids, inputs[implementation.operation.name])
    if (error instanceof Refusal) return { input, answer: undefined, refusal: error }
    throw error
  }
}

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g
const plain = (text: string) => text.replaceAll(/<[^>]*>|\s/g, '')

/** Tables of this county whose records an answer names, beside those the question named. */
async function tablesNamed(answer: unknown, input: unknown, name: string): Promise<string[]> {
  // Their own trail tells strangers which records they were refused: they named them themselves.
  const own = name.startsWith('auditing.') ? Object.values(ids) : []
  const asked = new Set([...own, ...(JSON.stringify(input).match(uuid) ?? [])])
  const named = (await readAnswer(answer)).match(uuid) ?? []
  return [...new Set(named.filter((id) => !asked.has(id)).flatMap((id) => owned.get(id) ?? []))].sort()
}

async function listWords(): Promise<string[]> {
  const all = await Promise.all(confinedWords.map((sql) => pool.query<{ word: string | null }>(sql)))
  // Short ones (已签收) are said everywhere; what is in the plan itself is no secret.
  const texts = all.flatMap(({ rows }) => rows.map(({ word }) => plain(word ?? ''))).filter((word) => word.length >= 10)
  return [...new Set(texts)].filter((word) => !word.includes('逐项核对后办理'))
}

beforeAll(async () => {
  ids = await makeRecords(house)
  touched = await watchTables(pool)
  before = await hashCounty(pool, sampleDivision)
  owned = await listIds(pool, sampleDivision)
  words = await listWords()
})

test('there is a record of every kind to ask for', () => {
  expect(Object.keys(records).filter((field) => ids[field] === undefined)).toEqual([])
})

test.each(cases)('$name takes its example', ({ implementation: { operation } }) => {
  const parsed = operation.input.safeParse(exampleInput(operation, ids, inputs[operation.name]))
  expect(parsed.error?.issues ?? []).toEqual([])
})

describe('people of another county', () => {
  test.each(cases)('$name neither shows nor changes a row of this one', async ({ implementation }) => {
    const { operation } = implementation
    for (const role of operation.by === 'anyone' ? [] : operation.by) {
      const actor = foreigners[role]
      const { answer, refusal, input } = await ask(implementation, actor)
      expect({ role, shows: await tablesNamed(answer, input, operation.name) }).toEqual({ role, shows: [] })
      const asksForOurs = [...operation.route.matchAll(/:(\w+)/g)].some(([, name = '']) => owned.has(ids[name] ?? ''))
      if (asksForOurs) expect({ role, refused: refusal?.kind }).toMatchObject({ role, refused: expect.any(String) })
      // An agency of ours is none of theirs, though they act for it.
      const forOurs = { ...actor, ...forAgency(ids['agencyId'] ?? null) }
      const again = agencyStaff.includes(role) ? await ask(implementation, forOurs) : undefined
      const known = { ...input, agencyId: forOurs.agencyId }
      expect({ role, shows: await tablesNamed(again?.answer, known, operation.name) }).toEqual({ role, shows: [] })
    }
    expect(await changedTables()).toEqual([])
  })

  test('and in the end every table lies as it lay', async () => expect(await allChanged()).toEqual([]))
})

/** What is said about tasks, as against the plan itself, which everybody of the county may read. */
const confined =
  /^(reports|reporting|supervision|ledgers|files|home|notes|oversight|meetings|schedules|lamps|wallcharts|notices)\./
const isConfined = (table: string): boolean =>
  confined.test(table) && !(table in openTables) && !registered.includes(table)
const forAgencies = cases.filter(({ implementation: { operation } }) =>
  agencyStaff.some((role) => operation.by.includes(role)),
)

describe('people of an agency that is not concerned', () => {
  test('there are words they must not read, and the office reads them in the same files', async () => {
    expect(words.length).toBeGreaterThan(3)
    const { answer } = await ask(find('ledgers.exportLedger'), await person('office'))
    const text = plain(await readAnswer(answer))
    expect(words.filter((word) => text.includes(word)).length).toBeGreaterThan(0)
    before = await hashCounty(pool, sampleDivision)
    await touched.take()
  })

  test.each(forAgencies)('$name neither shows nor changes what is others’', async ({ implementation }) => {
    const { operation } = implementation
    for (const actor of strangers.filter(({ role }) => operation.by.includes(role))) {
      const { answer, input } = await ask(implementation, actor)
      const named = (await tablesNamed(answer, input, operation.name)).filter(isConfined)
      const text = plain(await readAnswer(answer))
      expect({ role: actor.role, named, reads: words.filter((word) => text.includes(word)) }).toEqual({
        role: actor.role,
        named: [],
        reads: [],
      })
    }
    expect((await changedTables()).filter(isNobodys)).toEqual([])
  })

  test.each(forAgencies)(
    '$name takes no party of another kind for the agency of its number',
    async ({ implementation }) => {
      const { operation } = implementation
      for (const stranger of strangers.filter(({ role }) => operation.by.includes(role)).slice(0, 1)) {
        for (const actor of underNumberOf(stranger, ids['agencyId'] ?? '')) {
          const { answer, input } = await ask(implementation, actor)
          const text = plain(await readAnswer(answer))
          expect({
            kind: actor.party?.kind,
            named: (await tablesNamed(answer, input, operation.name)).filter(isConfined),
            reads: words.filter((word) => text.includes(word)),
          }).toEqual({ kind: actor.party?.kind, named: [], reads: [] })
        }
      }
      expect((await changedTables()).filter(isNobodys)).toEqual([])
    },
  )

  test.each(PartyKind.options)('there are people of every kind of party: %s', (kind) => {
    const roles = strangersOf[kind]
    expect(roles === 'nobody yet' ? [] : [...roles]).toEqual(actingFor(kind))
    if (roles !== 'nobody yet') expect(strangers.map(({ role }) => role)).toEqual(expect.arrayContaining([...roles]))
  })
})

/** Tables of this county that do not lie as they were last looked at, of those written to since. */
async function changedTables(): Promise<string[]> {
  const names = await touched.take()
  if (names.length === 0) return []
  const now = await timed('looking', hashCounty(pool, sampleDivision, names))
  const changed = names.filter((name) => now[name] !== before[name])
  before = { ...before, ...now }
  return changed.sort()
}

/** The same of all tables, whether anybody noted a writing or not. */
async function allChanged(): Promise<string[]> {
  const now = await timed('looking', hashCounty(pool, sampleDivision))
  return Object.keys(now).filter((name) => now[name] !== before[name])
}

/** Writing what is people's own is theirs. */
const isNobodys = (name: string): boolean => !ownTables.includes(name)

test('what the sweep took', async () => {
  expect(await allChanged()).toEqual([])
  const { calls, asking, looking } = spent
  console.log(`sweep: ${calls} calls in ${asking.toFixed(1)} s, tables looked at in ${looking.toFixed(1)} s`)
})
