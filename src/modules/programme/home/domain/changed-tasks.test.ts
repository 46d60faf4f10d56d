import { expect, test } from 'vitest'
import { listChangedTasks } from './changed-tasks.ts'

const tasks = [
  { id: 'a', lamp: 'red', change: { kind: 'worse' } },
  { id: 'b', lamp: 'green', change: null },
  { id: 'c', lamp: 'yellow', change: { kind: 'worse' } },
  { id: 'd', lamp: 'green', change: { kind: 'finished' } },
]
const found = (kind: string, lamp: string) => listChangedTasks(tasks, { kind, lamp }).map(({ id }) => id)

test('the week’s changes are narrowed by what happened and by colour', () => {
  expect(found('', '')).toEqual(['a', 'c', 'd'])
  expect(found('worse', '')).toEqual(['a', 'c'])
  expect(found('worse', 'red')).toEqual(['a'])
  expect(found('moved', '')).toEqual([])
})
