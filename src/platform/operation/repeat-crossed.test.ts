import { expect, test } from 'vitest'
import { repeatCrossed } from './repeat-crossed.ts'

/** Fails so many times with this code, wrapped as the database layer wraps it. */
function failing(code: string, times: number) {
  const done = { tries: 0 }
  const work = async () => {
    done.tries += 1
    if (done.tries <= times) throw new Error('Failed query', { cause: Object.assign(new Error(), { code }) })
    return 'done'
  }
  return { done, work }
}

test.each(['40001', '40P01', '23505'])('%s is tried again, three times in all', async (code) => {
  const twice = failing(code, 2)
  expect(await repeatCrossed(twice.work)).toBe('done')
  const always = failing(code, 9)
  await expect(repeatCrossed(always.work)).rejects.toThrow('Failed query')
  expect([twice.done.tries, always.done.tries]).toEqual([3, 3])
})

test.each(['23503', '57014', ''])('%s is not tried again', async (code) => {
  const once = failing(code, 1)
  await expect(repeatCrossed(once.work)).rejects.toThrow('Failed query')
  expect(once.done.tries).toBe(1)
})
