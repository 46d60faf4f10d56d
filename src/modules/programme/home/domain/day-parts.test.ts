import { expect, test } from 'vitest'
import { partsOfDay } from './day-parts.ts'

test('a day is told part by part, a leader’s word first, and nothing is dropped', () => {
  const todos = ['review', 'novelty', 'meeting', 'note', 'decision'].map((kind) => ({ kind }))
  expect(partsOfDay(todos).map(({ title, todos: its }) => [title, its.map(({ kind }) => kind)])).toEqual([
    ['批示', ['note']],
    ['审签', ['review']],
    ['会议', ['meeting', 'decision']],
    ['其他', ['novelty']],
  ])
})
