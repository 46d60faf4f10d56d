import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, type Sent } from './scope/count-statements.ts'
import { judgeShapes, shapeOf, tablesWithoutDivision } from './scope/division-of-statement.ts'
import { fuzzOperation } from './scope/fuzz-operations.ts'
import { makeRecords } from './scope/make-records.ts'
import { openSampleHouse } from './scope/open-sample-house.ts'
import { listOwnedTables } from './scope/owner-of-tables.ts'
import { budgeted, budgetOf, isTooMuch } from './scope/statement-budgets.ts'

const sent: Sent = { count: 0, texts: new Set() }
const house = await openSampleHouse((text) => {
  sent.count += 1
  sent.texts.add(text)
})
let ids: Record<string, string> = {}
beforeAll(async () => {
  ids = await makeRecords(house)
})

const times = 9
const cases = house.system.implementations.map((implementation) => ({
  implementation,
  name: implementation.operation.name,
}))

describe('an operation asks the database no more often than it may', () => {
  test.each(cases)('$name', async ({ implementation, name }) => {
    const count = await countStatements(house, implementation, { ids, sent })
    expect({ count, most: Math.max(count, budgetOf(name)) }).toEqual({ count, most: budgetOf(name) })
    expect({ count, lowerTheBudget: isTooMuch(name, count) }).toEqual({ count, lowerTheBudget: false })
  })

  test('budgets are of operations there are', () => {
    expect(budgeted.filter((name) => !cases.some((one) => one.name === name))).toEqual([])
  })
})

test.each(cases)('$name answers odd input with a sentence', async ({ implementation }) => {
  const actors = await house.actorsFor(implementation.operation)
  const { faults, unclear, done, refused } = await fuzzOperation(house, implementation, { actors, ids, times, seed: 7 })
  expect(faults).toEqual([])
  expect(unclear).toEqual([])
  expect(done + refused).toBe(times)
})

test('every statement says whose rows it means', async () => {
  const tables = new Set(await listOwnedTables(house.pool))
  // The tests themselves look for their records with words of their own.
  const own = [...sent.texts].filter((text) => text.includes('"."'))
  const lacking = own.filter((text) => tablesWithoutDivision(text, tables).length > 0).map(shapeOf)
  expect(judgeShapes(lacking)).toEqual({ without: [], unused: [] })
})
