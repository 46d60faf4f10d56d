import { beforeAll, expect, test } from 'vitest'
import { answerError } from '#platform/http/answer-errors.ts'
import { askExample, makeRecords } from './scope/make-records.ts'
import { openSampleHouse } from './scope/open-sample-house.ts'

const house = await openSampleHouse()
let ids: Record<string, string> = {}
beforeAll(async () => {
  ids = await makeRecords(house)
})

const silent = { error: () => undefined, warn: () => undefined }
const writing = house.system.implementations.filter(({ operation }) => operation.method === 'POST')
const cases = writing.map((implementation) => ({ implementation, name: implementation.operation.name }))

test.each(cases)('$name asked twice in the same instant ends in no fault', async ({ implementation }) => {
  const [actor] = await house.actorsFor(implementation.operation)
  if (!actor) throw new Error('nobody may ask this')
  const ended = await Promise.allSettled([1, 2].map(() => askExample(house, implementation, { actor, ids })))
  await house.system.background.idle()
  const faults = ended.flatMap((one) => {
    if (one.status === 'fulfilled') return []
    const { code } = answerError(one.reason, silent as never).body.error
    return code === 'system.fault' || code === 'system.crossed' ? [one.reason] : []
  })
  expect(faults).toEqual([])
})
