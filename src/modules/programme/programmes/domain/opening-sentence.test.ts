import { expect, test } from 'vitest'
import { openingSentence } from './opening-sentence.ts'

type Facts = Parameters<typeof openingSentence>[0]
const plain: Facts = {
  tasks: 2,
  measures: 0,
  targets: 5,
  leaders: 1,
  past: 0,
  unled: 0,
  next: null,
  today: '2026-11-22',
}
const said = (facts: Partial<Facts>) =>
  openingSentence({ ...plain, ...facts })
    .map((part) => part.text)
    .join('')

test('the plain case says tasks, targets and who leads', () =>
  expect(said({})).toBe('2 项任务、5 个目标，1 个单位牵头。'))

test('measures, the next deadline, what is past and what nobody leads are told apart', () => {
  const next = { taskId: 't2', title: '引人才', dueOn: '2026-12-31' }
  expect(said({ tasks: 1, measures: 1, targets: 0, past: 1, unled: 1, next })).toBe(
    '1 项任务、1 项保障措施、0 个目标，1 个单位牵头；最近到期的是“引人才”（12月31日，还有 39 天）；1 项期限已过；1 项未明确牵头单位。',
  )
})

test('where nobody leads anything, only that is said', () =>
  expect(said({ tasks: 1, targets: 3, leaders: 0, unled: 1 })).toBe('1 项任务、3 个目标；1 项未明确牵头单位。'))

test('every number leads somewhere', () => {
  const parts = openingSentence({ ...plain, past: 1, unled: 1 })
  expect(parts.filter((part) => /\d/.test(part.text) && part.to === undefined)).toEqual([])
})
