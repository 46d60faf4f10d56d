import { describe, expect, test } from 'vitest'
import { dueOf, groupTasks, type ListedTask, listTasksMatching, type TaskFilter, withoutLead } from './list-tasks.ts'

const aTask = (fields: Partial<ListedTask>): ListedTask => ({
  number: '1',
  title: '建设服务平台',
  text: '建设服务平台一个。',
  kind: 'task',
  action: '平台行动',
  initials: 'jsfwpt',
  dueOn: null,
  ongoing: false,
  leads: [],
  participants: [],
  ...fields,
})

const market = { agencyId: 'a', name: '县市监局' }
const marketInFull = { agencyId: 'a', name: '县市场监督管理局' }
const science = { agencyId: null, name: '县科协' }

const platform = aTask({ leads: [market, science], dueOn: '2026-09-30' })
const brands = aTask({
  number: '2',
  title: '培育品牌',
  text: '',
  initials: 'pypp',
  leads: [marketInFull],
  action: '品牌行动',
})
const talent = aTask({
  number: '3',
  title: '引进人才',
  text: '',
  initials: 'yjrc',
  participants: [market],
  ongoing: true,
})
const tasks = [platform, brands, talent]

const filter: TaskFilter = { text: '', agencies: [], role: 'any', actions: [], due: '', kind: '', today: '2026-11-22' }
const numbers = (changes: Partial<TaskFilter>) =>
  listTasksMatching(tasks, { ...filter, ...changes }).map((t) => t.number)

describe('filtering tasks', () => {
  test('no filter leaves all', () => expect(numbers({})).toEqual(['1', '2', '3']))
  test('an agency is found under all its names', () =>
    expect(numbers({ agencies: ['县市监局'] })).toEqual(['1', '2', '3']))
  test('the role narrows the agency', () => {
    expect(numbers({ agencies: ['县市监局'], role: 'lead' })).toEqual(['1', '2'])
    expect(numbers({ agencies: ['县市监局'], role: 'participant' })).toEqual(['3'])
  })
  test('tasks nobody leads can be asked for', () => expect(numbers({ agencies: [withoutLead] })).toEqual(['3']))
  test('letters of pinyin, words of the text and agencies are all looked through', () => {
    expect(numbers({ text: 'yjrc' })).toEqual(['3'])
    expect(numbers({ text: '一个' })).toEqual(['1'])
    expect(numbers({ text: '科协' })).toEqual(['1'])
  })
  test('action and deadline narrow together', () => {
    expect(numbers({ actions: ['平台行动'], due: 'past' })).toEqual(['1'])
    expect(numbers({ actions: ['品牌行动'], due: 'past' })).toEqual([])
  })
})

describe('filing deadlines', () => {
  test.each([
    ['2026-11-21', false, 'past'],
    ['2026-11-22', false, 'soon'],
    ['2027-02-20', false, 'soon'],
    ['2027-02-21', false, 'later'],
    [null, true, 'ongoing'],
    [null, false, 'none'],
  ] as const)('%s (ongoing %s) is %s', (dueOn, ongoing, due) =>
    expect(dueOf({ dueOn, ongoing }, '2026-11-22')).toBe(due),
  )
})

describe('grouping tasks', () => {
  test('by agency: both leaders have the task, the unled come last', () =>
    expect(groupTasks(tasks, 'agency').map(({ group, row }) => `${group} ${row.number}`)).toEqual([
      '县市监局 1',
      '县市监局 2',
      '县科协 1',
      `${withoutLead} 3`,
    ]))
  test('by action: each task once', () =>
    expect(groupTasks(tasks, 'action').map(({ group }) => group)).toEqual(['平台行动', '品牌行动', '平台行动']))
})
