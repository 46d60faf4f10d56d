import { beforeAll, expect, test } from 'vitest'
import { fuzzOperation } from './scope/fuzz-operations.ts'
import { makeRecords } from './scope/make-records.ts'
import { openSampleHouse } from './scope/open-sample-house.ts'

const house = await openSampleHouse()
let ids: Record<string, string> = {}
beforeAll(async () => {
  ids = await makeRecords(house)
})

const times = 12
const cases = house.system.implementations.map((implementation) => ({
  implementation,
  name: implementation.operation.name,
}))

test.each(cases)('$name answers odd input with a sentence', async ({ implementation }) => {
  const actors = await house.actorsFor(implementation.operation)
  const { faults, unclear, done, refused } = await fuzzOperation(house, implementation, { actors, ids, times, seed: 7 })
  expect(faults).toEqual([])
  expect(unclear).toEqual([])
  expect(done + refused).toBe(times)
})
