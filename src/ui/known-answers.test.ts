import { beforeEach, expect, test } from 'vitest'
import { setPerson } from './kept/person.ts'
import { findAnswer, rememberAnswer } from './known-answers.ts'

beforeEach(() => {
  setPerson(null)
  setPerson('li')
})

test('the newest answer of an address is known until another person is there', () => {
  rememberAnswer('/api/tasks', 'W/"a"', [1])
  rememberAnswer('/api/tasks', 'W/"b"', [2])
  expect(findAnswer('/api/tasks')).toEqual({ tag: 'W/"b"', body: [2] })
  setPerson('wang')
  expect(findAnswer('/api/tasks')).toBeUndefined()
})

test('the version of a form names no answer, and the oldest give way', () => {
  rememberAnswer('/api/tasks/1/form', '"a"', {})
  expect(findAnswer('/api/tasks/1/form')).toBeUndefined()
  for (let n = 0; n < 50; n += 1) rememberAnswer(`/api/tasks/${n}`, 'W/"a"', n)
  expect([findAnswer('/api/tasks/0'), findAnswer('/api/tasks/49')?.body]).toEqual([undefined, 49])
})
