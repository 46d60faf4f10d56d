import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DecisionFate, decisionFlow, titleOf } from './decision.ts'
import { listSimilarTasks } from './similar-tasks.ts'

const owner = (agencyId: string, name: string) => ({ agencyId, name, role: 'lead' as const })
const science = owner('a1', '县科技局')
const task = (id: string, title: string, text: string, leads = [science]) => ({
  id,
  number: id,
  title,
  text,
  leads,
  participants: [],
})
const tasks = [
  task('1', '建设科技服务站', '在村集中的集镇设站，到2026年12月底前新建科技服务站12个以上。'),
  task('2', '选派科技特派员', '每年选派科技特派员30名以上，做到村村有人管。'),
  task('3', '推广新品种', '示范推广水稻新品种。', [owner('a2', '县农业农村局')]),
]
const decided = (words: string, owners = [science]) => ({ words, owners, dueOn: null })

describe('tasks a decision may belong to', () => {
  test('the task with the same matter stands first and says which words it shares', () => {
    const [first] = listSimilarTasks(decided('由县科技局牵头，于10月底前完成6个科技服务站验收'), tasks)
    expect(first).toMatchObject({ taskId: '1', reasons: ['都写到“科技服务站”', '牵头单位都是县科技局'] })
  })

  test('the same agency alone makes no two matters alike', () =>
    expect(listSimilarTasks(decided('由县科技局牵头，于10月底前报送年度决算'), tasks)).toEqual([]))

  test('another lead agency does not hide the same matter', () =>
    expect(listSimilarTasks(decided('水稻新品种测产补齐两个点'), tasks)[0]?.taskId).toBe('3'))

  test('at most three, and never a task that shares no words', () =>
    fc.assert(
      fc.property(fc.string(), (words) => {
        const similar = listSimilarTasks(decided(words), tasks)
        expect(similar.length).toBeLessThanOrEqual(3)
        for (const { reasons } of similar) expect(reasons.length).toBeGreaterThan(0)
      }),
    ))
})

test('whatever steps are tried, a decision is in exactly one of open, placed, joined, set aside, and a placed one stays placed', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('place', 'join', 'setAside', 'reopen'), { maxLength: 12 }), (steps) => {
      let fate: DecisionFate = 'open'
      for (const step of steps) {
        const before: DecisionFate = fate
        if (decisionFlow.can(fate, step)) fate = decisionFlow.next(fate, step)
        expect(DecisionFate.options.filter((one) => one === fate)).toHaveLength(1)
        if (before === 'placed') expect(fate).toBe('placed')
      }
    }),
  ))

test.each([
  ['由县科技局牵头，会同县财政局，于10月底前完成科技服务站验收', '完成科技服务站验收'],
  ['县财政局要在10月底前兑现上年度认定奖励', '兑现上年度认定奖励'],
  ['核定科技特派员第三季度补助并拨付，凭证随附', '核定科技特派员第三季度补助并拨付'],
])('the title of %s', (words, title) => expect(titleOf(words)).toBe(title))
