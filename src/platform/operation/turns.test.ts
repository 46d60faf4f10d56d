import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('who is ahead passes all who wait and is not refused for their number; among themselves they come in order', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 2 })
  const done: string[] = []
  let open = (): void => {}
  const first = turns.run(
    '',
    () =>
      new Promise<void>((resolve) => {
        open = resolve
      }),
  )
  const queue = (name: string, ahead: boolean) => turns.run('', async () => void done.push(name), { ahead })
  const waiting = [queue('a', false), queue('b', false)]
  await expect(queue('c', false)).rejects.toThrow()
  waiting.push(queue('x', true), queue('y', true))
  await expect(queue('z', true)).rejects.toThrow()
  open()
  await Promise.all([first, ...waiting])
  expect(done).toEqual(['x', 'y', 'a', 'b'])
})
