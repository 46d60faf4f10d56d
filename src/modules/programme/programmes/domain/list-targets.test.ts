import { expect, test } from 'vitest'
import { groupTargets, type ListedTarget, listTargetsMatching, overall, type TargetFilter } from './list-targets.ts'

const aTarget = (fields: Partial<ListedTarget>): ListedTarget => ({
  indicator: { text: '培训人数', code: null },
  shown: '≥ 30 名',
  kind: 'stock',
  modality: '应当',
  period: { end: '2028-12-31' },
  taskId: 't1',
  taskTitle: '做大市场',
  leads: [{ agencyId: 'a', name: '县科协' }],
  clause: { text: '培训30名' },
  ...fields,
})

const targets = [
  aTarget({}),
  aTarget({
    indicator: { text: '成交额', code: null },
    kind: 'amount',
    modality: '力争',
    period: { end: '2027-12-31' },
  }),
  aTarget({ indicator: { text: '研发投入比重', code: null }, taskId: null, taskTitle: null, leads: [], period: null }),
]
const nothing: TargetFilter = { text: '', agencies: [], kinds: [], modality: '', year: '', actions: [] }
const task = { action: '转化行动', initials: 'zdsc' }
const found = (changes: Partial<TargetFilter>) =>
  listTargetsMatching(targets, { ...nothing, ...changes }, (id) => (id === 't1' ? task : undefined)).map(
    (target) => target.indicator.text,
  )

test.each([
  [{}, ['培训人数', '成交额', '研发投入比重']],
  [{ kinds: ['amount'] }, ['成交额']],
  [{ modality: '力争' }, ['成交额']],
  [{ year: '2028' }, ['培训人数']],
  [{ agencies: ['县科协'] }, ['培训人数', '成交额']],
  [{ actions: ['转化行动'], text: '成交' }, ['成交额']],
  [{ text: 'zdsc' }, ['培训人数', '成交额']],
  [{ text: '研发' }, ['研发投入比重']],
])('%j leaves %j', (changes, left) => expect(found(changes)).toEqual(left))

test('targets of no task stand under the overall ones, however they are grouped', () => {
  const groups = (by: 'action' | 'agency' | 'none') =>
    groupTargets(targets, by, () => task).map(({ row, group }) => `${group} ${row.indicator.text}`)
  expect(groups('action')).toEqual(['转化行动 培训人数', '转化行动 成交额', `${overall} 研发投入比重`])
  expect(groups('agency')).toEqual(['县科协 培训人数', '县科协 成交额', `${overall} 研发投入比重`])
  expect(groups('none')).toEqual([' 培训人数', ' 成交额', ' 研发投入比重'])
})
