import { expect, test } from 'vitest'
import { findTaskId } from './find-task.ts'

const tasks = [
  { id: 'station', number: '1', title: '建设科技服务站' },
  { id: 'variety', number: '2', title: '推广新品种' },
  { id: 'twin', number: '3', title: '推广新品种' },
]

test('a task is found with its number, or by its title alone where no other is called so', () => {
  const names = ['1 建设科技服务站', ' 建设科技服务站 ', '2 推广新品种', '推广新品种', '服务站', '']
  expect(names.map((name) => findTaskId(name, tasks))).toEqual([
    'station',
    'station',
    'variety',
    undefined,
    undefined,
    undefined,
  ])
})
