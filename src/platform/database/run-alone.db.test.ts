import { expect, test } from 'vitest'
import { sandbox } from '../../../test/sandbox.ts'
import { runAlone } from './run-alone.ts'

const { pool } = await sandbox()

test('two programs go through it one after the other, also when one fails', async () => {
  const trace: string[] = []
  const work =
    (name: string, fails = false) =>
    async () => {
      trace.push(`${name} in`)
      await pool.query('select 1')
      trace.push(`${name} out`)
      if (fails) throw new Error('failed')
    }
  const runs = await Promise.allSettled([
    runAlone(pool, work('a', true)),
    runAlone(pool, work('b')),
    runAlone(pool, work('c')),
  ])
  expect(runs.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  for (let i = 0; i < trace.length; i += 2) expect(trace[i]!.slice(0, 1)).toBe(trace[i + 1]!.slice(0, 1))
  expect(trace).toHaveLength(6)
})
