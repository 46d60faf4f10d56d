import type { Actor } from '#kernel/actor.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { sampleDivision } from '../../src/main/sample-county.ts'
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

/** Makes what the story of the sample county lacks. @returns a record of every kind by the field that asks for it */
export async function makeRecords(
  house: Pick<SampleHouse, 'system' | 'pool' | 'person'>,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  await findRecords(house, ids)
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
