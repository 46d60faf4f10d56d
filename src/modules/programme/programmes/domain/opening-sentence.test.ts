import { expect, test } from 'vitest'
import type { ListedTask } from './list-tasks.ts'
import { openingSentence } from './opening-sentence.ts'

const aTask = (fields: Partial<ListedTask>): ListedTask & { id: string } => ({
  id: 't1',
  number: '1',
  title: '建平台',
  text: '',
  kind: 'task',
  action: '平台行动',
  initials: '',
  dueOn: null,
  ongoing: false,
  leads: [{ agencyId: null, name: '县科协' }],
  participants: [],
  ...fields,
})
const today = '2026-11-22'
const said = (facts: Parameters<typeof openingSentence>[0]) =>
  openingSentence(facts)
    .map((part) => part.text)
    .join('')

test('the plain case says tasks, targets and who leads', () =>
  expect(said({ tasks: [aTask({}), aTask({})], targets: 5, next: null, today })).toBe(
    '2 项任务、5 个目标，1 个单位牵头。',
  ))

test('measures, the next deadline, what is past and what nobody leads are told apart', () => {
  const tasks = [aTask({ dueOn: '2026-09-30' }), aTask({ kind: 'measure', leads: [] })]
  const next = { taskId: 't2', title: '引人才', dueOn: '2026-12-31' }
  expect(said({ tasks, targets: 0, next, today })).toBe(
    '1 项任务、1 项保障措施、0 个目标，1 个单位牵头；最近到期的是“引人才”（12月31日，还有 39 天）；1 项期限已过；1 项未明确牵头单位。',
  )
})

test('where nobody leads anything, only that is said', () =>
  expect(said({ tasks: [aTask({ leads: [] })], targets: 3, next: null, today })).toBe(
    '1 项任务、3 个目标；1 项未明确牵头单位。',
  ))

test('every number leads somewhere', () => {
  const parts = openingSentence({ tasks: [aTask({ dueOn: '2026-01-01', leads: [] })], targets: 1, next: null, today })
  expect(parts.filter((part) => /\d/.test(part.text) && part.to === undefined)).toEqual([])
})
