import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { parametersOf } from '#kernel/contract.ts'
import { Refusal } from '#kernel/errors.ts'
import { labelOf } from '#kernel/fields.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { exampleInput } from './scope/example-input.ts'
import { inputs } from './scope/examples.ts'
import { type Implementation, makeRecords } from './scope/make-records.ts'
import { openSampleHouse } from './scope/open-sample-house.ts'

const house = await openSampleHouse()
const { system } = house
const forms = system.implementations.filter(({ operation }) => operation.form)
const cases = forms.map((implementation) => ({ implementation, name: implementation.operation.name }))
let ids: Record<string, string> = {}
/** Some examples would store what is there already. */
const own: Record<string, Record<string, unknown>> = {}

beforeAll(async () => {
  ids = await makeRecords(house)
  for (const { name, registry } of system.modules)
    if (registry) own[`${name}.saveRecord`] = { [registry.key]: '改过的名称' }
})

interface Asking {
  actor: Actor
  input: Record<string, unknown>
  version?: string
}

/** As on the web: the answer with the version told, or the refusal. */
async function onWeb(implementation: Implementation, { actor, input, version }: Asking) {
  let told: string | undefined
  const headers = new Headers(version === undefined ? {} : { 'if-match': `"${version}"` })
  const setVersion = (given: string) => {
    told = given
  }
  const wire = { headers, address: '', setCookie: () => undefined, setVersion }
  try {
    await runOperation(implementation, { input, actor, wire }, system.runtime)
    return { done: true, code: undefined, told }
  } catch (error) {
    if (error instanceof Refusal) return { done: false, code: error.code, told }
    throw error
  }
}

/** Somebody who may open the form, with the version it has. */
async function open({ operation }: Implementation) {
  const opening = system.implementations.find(({ operation: { name } }) => name === `${operation.name}.form`)
  if (!opening) throw new Error(`${operation.name} cannot be opened`)
  const input = exampleInput(operation, ids, { ...inputs[operation.name], ...own[operation.name] })
  for (const actor of await house.actorsFor(operation)) {
    const { told } = await onWeb(opening, { actor, input })
    if (told !== undefined) return { actor, input, version: told }
  }
  throw new Error(`nobody could open ${operation.name}`)
}

/** Fields a person fills in that have no word to be told by; what names the record, and what is never told, left out. */
function listNameless({ shape }: z.ZodObject, at: string, left: readonly string[]): string[] {
  return Object.entries(shape).flatMap(([name, type]) => {
    if (left.includes(name)) return []
    if (type instanceof z.ZodObject) return listNameless(type, `${at}.${name}`, [])
    return labelOf(type) === undefined ? [`${at}.${name}`] : []
  })
}

test('every field of a form has a word for what another changed in it', () => {
  const untold = ['reason', 'password', 'secret', 'address']
  const nameless = forms.flatMap(({ operation: { name, route, input } }) =>
    listNameless(input, name, [...untold, ...parametersOf(route)]),
  )
  expect(nameless).toEqual([])
})

describe('every form', () => {
  test.each(cases)('$name is not saved as of another version, and stays as it is', async ({ implementation }) => {
    const { actor, input, version } = await open(implementation)
    expect(await onWeb(implementation, { actor, input })).toMatchObject({ code: 'access.formNotOpened' })
    const stale = await onWeb(implementation, { actor, input, version: 'another' })
    expect(stale).toMatchObject({ code: 'access.formStale' })
    expect((await open(implementation)).version).toBe(version)
  })

  const changed: string[] = []

  test.each(cases)('$name saved twice at once as of one version is saved once', async ({ implementation, name }) => {
    const { actor, input, version } = await open(implementation)
    const both = [1, 2].map(() => onWeb(implementation, { actor, input, version }))
    const answers = await Promise.all(both)
    if ((await open(implementation)).version === version) return
    changed.push(name)
    expect(answers.filter(({ done }) => done)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'access.formStale')).toHaveLength(1)
    expect(answers.find(({ done }) => done)?.told).toBe((await open(implementation)).version)
  })

  test('most examples change what is stored', () => {
    expect(changed.length).toBeGreaterThan(cases.length / 2)
  })
})
