import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { planContract } from '#modules/programme/plans/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan, inventedSecondIssue } from '../../plans/server/invented-plan.fixture.ts'
import { programmeContract } from '../contract.ts'

const { db, system, people, agencyIds } = await openCounty()
const { office, leader } = people

async function publish(text: string, newIssueOf: string | null): Promise<string> {
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!.planId!
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf })
  return planId
}

const firstPlanId = await publish(inventedPlan, null)
const [programme] = await system.call(programmeContract.listProgrammes, leader, {})
const programmeId = programme!.id
const firstTasks = await tasksOf(db, programmeId)

describe('a published plan is a programme', () => {
  test('with its tasks, owners, targets and counts', async () => {
    expect(programme).toMatchObject({ version: 1, planId: firstPlanId, startOn: '2026-01-01', endOn: '2028-12-31' })
    expect(programme!.counts).toMatchObject({ tasks: 3, targets: 4 })
    const [station] = firstTasks
    expect(station).toMatchObject({ title: '建设科技服务站', dueOn: '2026-12-31' })
    expect(station!.leads).toEqual([{ agencyId: agencyIds.science, name: '县科技局', inherited: false }])
    expect(station!.participants.map((agency) => agency.agencyId)).toEqual([agencyIds.finance, agencyIds.towns])
    expect(station!.targets.map((target) => target.shown)).toEqual(['≥ 12 个'])
  })

  test('an agency is found by the first letters of its pinyin', () => {
    expect(firstTasks[0]!.initials).toContain('xkjj')
  })

  test('a task shows its sentence as it stands in the plan, with what was found marked in it', async () => {
    const task = await system.call(programmeContract.getTask, leader, { taskId: firstTasks[0]!.id })
    expect(task.passage.text).toContain('到2026年12月底前新建科技服务站12个以上')
    const words = task.marks.map(({ kind, span }) => [
      kind,
      task.passage.text.slice(span[0] - task.passage.start, span[1] - task.passage.start),
    ])
    expect(words).toContainEqual(['agency', '县财政局'])
    expect(words.find(([kind]) => kind === 'target')?.[1]).toContain('12个')
  })

  test('the overview counts what the lists show', async () => {
    const view = await system.call(programmeContract.getProgramme, leader, { programmeId })
    expect(view.actions.map((action) => action.tasks)).toEqual([2, 1])
    expect(view.agencies[0]).toMatchObject({ agencyId: agencyIds.science, leads: 3 })
    expect(view.upcoming[0]).toMatchObject({ title: '建设科技服务站', dueOn: '2026-12-31' })
    expect(view.cadences[0]).toMatchObject({ every: 'quarter', times: 1 })
  })

  test.each([
    ['tasks', 'xlsx'],
    ['tasks', 'docx'],
    ['targets', 'xlsx'],
    ['targets', 'docx'],
  ] as const)('the table of %s goes out as .%s', async (table, format) => {
    const file = await system.call(programmeContract.exportTable, leader, { programmeId, table, format })
    expect(file).toMatchObject({ name: expect.stringContaining('澄禾县科技惠农行动方案') })
    expect(Buffer.from((file as { bytes: Uint8Array }).bytes).toString('latin1', 0, 2)).toBe('PK')
  })
})

describe('a new issue', () => {
  test('keeps each task that stays, ends the dropped one, and tells what changed', async () => {
    await publish(inventedSecondIssue, firstPlanId)
    const [again] = await system.call(programmeContract.listProgrammes, leader, {})
    expect(again).toMatchObject({ id: programmeId, version: 2, number: '澄政办发〔2026〕21号' })
    const now = await tasksOf(db, programmeId)
    expect(now.map((task) => task.title).slice(0, 3)).toEqual(['建设科技服务站', '推广新品种', '培育种业企业'])
    expect(now[0]!.id).toBe(firstTasks[0]!.id)
    expect(now[0]!.targets.map((target) => target.shown)).toEqual(['≥ 15 个'])
    expect(now.find((task) => task.title === '培育种业企业')).toMatchObject({ addedIn: 2 })
    const { diff } = await system.call(programmeContract.compareVersions, leader, { programmeId, version: '2' })
    expect(diff.targets.find((item) => item.kind === 'changed')).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({ field: 'figure', before: '≥ 12 个', after: '≥ 15 个' }),
      ]),
    })
  })

  test('a task dropped from the plan can still be read, with the issue that dropped it', async () => {
    const dropped = firstTasks.find((task) => task.title === '选派科技特派员')!
    expect(await system.call(programmeContract.getTask, leader, { taskId: dropped.id })).toMatchObject({
      title: '选派科技特派员',
      droppedIn: 2,
    })
  })

  test('the first version has nothing before it to compare with', async () => {
    await expect(
      system.call(programmeContract.compareVersions, leader, { programmeId, version: '1' }),
    ).rejects.toThrow()
  })
})

test('a programme of another county does not exist for this one', async () => {
  const stranger = { ...leader, divisionCode: '470327' }
  await expect(system.call(programmeContract.getProgramme, stranger, { programmeId })).rejects.toThrow(
    '没有这个工作方案',
  )
  await expect(system.call(programmeContract.getTask, stranger, { taskId: firstTasks[0]!.id })).rejects.toThrow(
    '没有这项任务',
  )
})

test('what the office settled, took and changed of targets is what is published', async () => {
  const text = inventedPlan
    .replace('到2028年推广面积达到5万亩。', '到2028年培训果农1万人次。3条水运航线沿河而下。')
    .replace('科技惠农行动方案', '水果提升行动方案')
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!.planId!
  const { plan, ...draft } = await system.call(planContract.getPlan, office, { planId })
  const open = plan.targets.find(({ accrualOther }) => accrualOther)!
  const left = plan.untaken!.find(({ reason }) => reason === 'aimless')!
  const { indicator, op, value, valueMax, unit, kind, accrual, period, modality } = left
  const corrections: z.infer<typeof planContract.correctPlan.input>['correction'][] = [
    { kind: 'settleAccrual', at: open.clause.span, figures: [open.valueSpan], accrual: open.accrualOther! },
    { kind: 'changeTarget', at: open.clause.span, figure: open.valueSpan, target: { force: 'binding' } },
    {
      kind: 'addTarget',
      at: left.clause.span,
      figure: left.valueSpan,
      task: plan.tasks.find(({ id }) => id === left.taskId)!.titleSpan,
      target: { indicator, op, value, valueMax, unit, kind, accrual, period, modality },
    },
  ]
  let { revision } = draft
  for (const correction of corrections) {
    const corrected = await system.call(planContract.correctPlan, office, { planId, revision, correction })
    revision = corrected.revision
  }
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf: null })
  const made = (await system.call(programmeContract.listProgrammes, leader, {})).find((one) => one.planId === planId)!
  const targets = (await tasksOf(db, made.id)).flatMap((task) => task.targets)
  expect(targets).toContainEqual(
    expect.objectContaining({ value: 1, unit: '万人次', accrual: 'of_year', accrualOther: null, force: 'binding' }),
  )
  expect(targets).toContainEqual(expect.objectContaining({ value: 3, unit: '条', accrual: 'within' }))
})
