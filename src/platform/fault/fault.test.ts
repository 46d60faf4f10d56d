import { DrizzleQueryError } from 'drizzle-orm'
import { DatabaseError } from 'pg'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineErrors } from '#kernel/errors.ts'
import { describeFault, reasonOf, sayFault } from './describe-fault.ts'
import { createFaultLog } from './fault-log.ts'

const secret = '机密-S3cret-9f3c'

function ofDatabase(): DatabaseError {
  const error = new DatabaseError(`invalid input syntax for type uuid: "${secret}"`, 0, 'error')
  return Object.assign(error, {
    code: '23505',
    detail: `Key (name)=(${secret}) already exists.`,
    table: 'user',
    constraint: 'user_name_key',
    where: secret,
    hint: secret,
  })
}

const thrown = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const faults: Record<string, unknown> = {
  'a query with its parameters': new DrizzleQueryError('insert into "user" values ($1)', [secret], ofDatabase()),
  'a statement with literals': new DrizzleQueryError(
    `select * from t where a = '${secret}' and b = 'o''${secret}'`,
    [],
  ),
  'a statement cut within a literal': new DrizzleQueryError(`select '${secret}`, []),
  'the database itself': ofDatabase(),
  'a body that is no JSON': thrown(() => JSON.parse(`{"password":"x" ${secret}`)),
  'input that does not fit': z.strictObject({ a: z.string() }).safeParse({ [secret]: secret }).error,
  'an address': thrown(() => new URL(secret)),
  'something of the name': Object.assign(new Error('x'), {
    name: secret,
    code: secret,
    syscall: secret,
    table: secret,
  }),
  'a message that looks like frames': new Error(
    `x\n    at ${process.cwd()}/src/${secret}.ts:1:1\n    at y (${process.cwd()}/src/S3cret.ts:1:1)`,
  ),
  'a cause of a cause': new Error('x', { cause: new Error(secret, { cause: new Error(secret) }) }),
  'several at once': new AggregateError([new Error(secret)], secret),
  'no error at all': secret,
  'an object': { password: secret },
}

describe('what may be logged of a fault', () => {
  test.each(Object.entries(faults))('holds nothing of %s', (_, fault) => {
    for (const said of [JSON.stringify(describeFault(fault)), sayFault(fault), reasonOf(fault)])
      expect(said).not.toMatch(/S3cret|机密/u)
  })

  test('says where and by which code it is to be looked for', () => {
    const fault = describeFault(faults['a query with its parameters'])
    expect(fault).toMatchObject({
      sql: 'insert into "user" values ($1)',
      cause: { code: '23505', constraint: 'user_name_key' },
    })
    expect(fault.at?.[0]).toMatch(/^(?:[\w$.<>]+ )?src\/platform\/fault\/fault\.test\.ts:\d+:\d+$/u)
  })

  test('a refusal gives its code to the log and its sentence to the person who keeps the installation', () => {
    const refusal = defineErrors('backup', { full: { kind: 'unavailable', text: () => '磁盘已满。' } }).full({})
    expect(sayFault(refusal)).toContain('backup.full')
    expect(sayFault(refusal)).not.toContain('磁盘')
    expect(reasonOf(refusal)).toBe('磁盘已满。')
  })
})

describe('faults that repeat', () => {
  const named = (n: number) => Object.assign(new Error('x'), { code: `E${n}` })

  test('are written once and counted, under the number of the first', () => {
    let now = 1_000_000
    const log = createFaultLog(() => now)
    const fault = named(1)
    const first = log.admit(fault)
    expect(first).toMatchObject({ isNew: true, suppressed: 0 })
    for (let i = 0; i < 1000; i++) expect(log.admit(fault)).toMatchObject({ isNew: false, id: first.id })
    now += 10 * 60_000
    expect(log.admit(fault)).toMatchObject({ isNew: true, suppressed: 1000 })
  })

  test('of ever new kinds are bounded too', () => {
    const log = createFaultLog(() => 1_000_000)
    const written = Array.from({ length: 10_000 }, (_, n) => log.admit(named(n))).filter(({ isNew }) => isNew)
    expect(written).toHaveLength(31)
  })
})
