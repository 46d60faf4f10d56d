import { describe, expect, test } from 'vitest'
import { administrators, everyone } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { Refusal } from '#kernel/errors.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { openCounty } from './county.ts'

const { system, people } = await openCounty()
const operations = system.implementations.map((one) => one.operation)
const cases = system.implementations.flatMap((implementation) =>
  everyone.map((role) => ({ implementation, role, name: implementation.operation.name })),
)

/** The code of the refusal, or undefined when the operation let the caller in (it may still find the input wrong). */
async function refusalCode(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    return error instanceof Refusal ? error.code : undefined
  }
}

describe('every operation against every role', () => {
  test.each(cases)('$name as $role', async ({ implementation, role }) => {
    const actor = people[role]
    const code = await refusalCode(runOperation(implementation, { input: {}, actor }, system.runtime))
    if (may(actor, implementation.operation)) expect(code).not.toBe('access.notAllowed')
    else expect(code).toBe('access.notAllowed')
  })

  test.each(system.implementations.map((implementation) => ({ implementation, name: implementation.operation.name })))(
    '$name without signing in',
    async ({ implementation }) => {
      const code = await refusalCode(runOperation(implementation, { input: {}, actor: null }, system.runtime))
      if (implementation.operation.by === 'anyone') expect(code).not.toBe('access.notSignedIn')
      else expect(code).toBe('access.notSignedIn')
    },
  )

  test.each(cases.filter(({ name }) => !name.startsWith('accounts.')))(
    '$name as $role whose password is due',
    async ({ implementation, role }) => {
      const actor = { ...people[role], mustChangePassword: true }
      expect(await refusalCode(runOperation(implementation, { input: {}, actor }, system.runtime))).toBe(
        'access.passwordDue',
      )
    },
  )
})

describe('every operation', () => {
  test('has a name, a route and a title of its own', () => {
    for (const key of ['name', 'title'] as const)
      expect(new Set(operations.map((one) => one[key])).size).toBe(operations.length)
    expect(new Set(operations.map((one) => one.path)).size).toBe(operations.length)
  })

  test('takes every parameter of its route', () => {
    for (const { route, input, name } of operations) {
      for (const [, parameter] of route.matchAll(/:(\w+)/g)) expect(Object.keys(input.shape), name).toContain(parameter)
    }
  })

  test('is granted to somebody, and no administrator sees business', () => {
    for (const operation of operations) {
      expect(operation.by.length, operation.name).toBeGreaterThan(0)
      // What the search shows is told by each module's own operation: src/modules/office/search/server/find.db.test.ts
      if (/^(accounts|auditing|organisations|notices|maintenance|search)\./.test(operation.name)) continue
      for (const role of administrators) expect(may({ role }, operation), operation.name).toBe(false)
    }
  })
})
