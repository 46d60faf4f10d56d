import type { Actor } from '#kernel/actor.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { sampleDivision } from '../../src/main/sample-county.ts'
import type { System } from '../../src/main/system.ts'
import { exampleInput } from './example-input.ts'
import { inputs, madeFirst, records } from './examples.ts'
import type { SampleHouse } from './sample-house.ts'

/** What an upload carries where its kind does not matter. */
export const exampleFile = { name: '资料.txt', bytes: new TextEncoder().encode('资料') }

export type Implementation = SampleHouse['system']['implementations'][number]

/** What the operation answers this person to its example. */
export async function askExample(
  { system }: Pick<SampleHouse, 'system'>,
  implementation: Implementation,
  by: { actor: Actor; ids: Readonly<Record<string, string>>; own?: Record<string, unknown> | undefined },
): Promise<{ input: Record<string, unknown>; answer: unknown }> {
  const { operation } = implementation
  const input = exampleInput(operation, by.ids, by.own ?? inputs[operation.name])
  const upload = operation.upload ? { file: exampleFile } : {}
  return { input, answer: await runOperation(implementation, { input, actor: by.actor, ...upload }, system.runtime) }
}

async function findRecords({ pool }: Pick<SampleHouse, 'pool'>, ids: Record<string, string>): Promise<void> {
  for (const [field, place] of Object.entries(records)) {
    const sql = place.startsWith('select')
      ? place
      : `select id from ${place.replace('.', '."')}" where division_code = '${sampleDivision}' order by id::text desc limit 1`
    const { rows } = await pool.query<{ id: string }>(sql)
    if (rows[0]) ids[field] = rows[0].id
  }
}

/** Two records of a registry and a sheet on its way into it, named by the module and the field that asks for them. */
async function makeRegistered(
  house: Pick<SampleHouse, 'system' | 'pool' | 'person'>,
  { name, registry }: Pick<System['modules'][number], 'name' | 'registry'>,
  ids: Record<string, string>,
): Promise<void> {
  if (!registry) return
  const actor = await house.person('office')
  const make = async (operation: string, answered: string, own?: Record<string, unknown>) => {
    const implementation = house.system.implementations.find((one) => one.operation.name === `${name}.${operation}`)
    if (!implementation) throw new Error(`${name} has no ${operation}`)
    const { answer } = await askExample(house, implementation, { actor, ids, own })
    return String(Reflect.get(Object(answer), answered))
  }
  ids[`${name}.recordId`] = await make('addRecord', 'id')
  ids[`${name}.intoId`] = await make('addRecord', 'id', {
    ...inputs[`${name}.addRecord`],
    [registry.key]: '另一条记录',
  })
  ids[`${name}.importId`] = await make('importRecords', 'importId')
}

/** Makes what the story of the sample county lacks. @returns a record of every kind by the field that asks for it */
export async function makeRecords(
  house: Pick<SampleHouse, 'system' | 'pool' | 'person'>,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  await findRecords(house, ids)
  for (const module of house.system.modules) await makeRegistered(house, module, ids)
  for (const { operation, username, own } of madeFirst) {
    const implementation = house.system.implementations.find((one) => one.operation.name === operation)
    if (!implementation) throw new Error(`there is no operation ${operation}`)
    const actor = await house.person(username, ids['agencyId'])
    await askExample(house, implementation, { actor, ids, own }).catch((error: unknown) => {
      throw new Error(`${operation} could not be done first`, { cause: error })
    })
    await findRecords(house, ids)
  }
  await house.system.background.idle()
  return ids
}
