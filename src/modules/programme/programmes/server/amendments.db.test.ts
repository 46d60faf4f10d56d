import { expect, test } from 'vitest'
import { planContract } from '#modules/programme/plans/contract.ts'
import type { Correction } from '#modules/programme/plans/domain/corrections/correction.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { inventedPlan, inventedSecondIssue } from '../../plans/server/invented-plan.fixture.ts'
import { openReporting } from '../../reports/server/reporting.fixture.ts'
import { programmeContract } from '../contract.ts'

const county = await openReporting('2026-03-10', inventedPlan)
const { system, people, db, planId, programmeId, on, agencyIds } = county
const { office, leader } = people
const ground = { kind: 'leader' as const, words: '李县长 3 月 20 日批示' }

const planOf = (who = office) => system.call(planContract.getPlan, who, { planId })
const station = async () => (await tasksOf(db, programmeId)).find(({ number }) => number === '1')!
const propose = async (correction: (plan: Awaited<ReturnType<typeof planOf>>['plan']) => Correction) => {
  const { revision, plan } = await planOf()
  return system.call(planContract.correctPlan, office, { planId, revision, correction: correction(plan) })
}
const amend = async () =>
  system.call(planContract.amendPlan, office, { planId, revision: (await planOf()).revision, ground })

test('a correction of a plan in force is proposed first: nobody but the office sees it, and nothing runs by it', async () => {
  on('2026-03-20')
  const before = await station()
  const view = await propose(({ tasks }) => ({
    kind: 'retitleTask',
    at: tasks[0]!.titleSpan,
    title: '建设镇村科技服务站',
  }))
  expect(view).toMatchObject({ state: 'published', proposed: 1, can: { amendPlan: { allowed: true } } })
  expect(view.plan.tasks[0]!.title).toBe('建设镇村科技服务站')
  const seen = await planOf(leader)
  expect(seen).toMatchObject({ proposed: 0, corrections: [], can: { amendPlan: { allowed: false } } })
  expect(seen.plan.tasks[0]!.title).toBe('建设科技服务站')
  expect(await station()).toEqual(before)
})

test('with its ground it holds from that day: tasks keep their ids, schedules follow, the version says why', async () => {
  on('2026-03-21')
  const before = await station()
  await propose(({ tasks }) => ({
    kind: 'changeDue',
    at: tasks[0]!.titleSpan,
    on: '2026-10-31',
    text: '2026年10月底前',
  }))
  await propose(({ tasks }) => ({ kind: 'changeRole', at: tasks[0]!.titleSpan, name: '县财政局', role: 'lead' }))
  const view = await amend()
  expect(view).toMatchObject({ proposed: 0, version: 1, can: { amendPlan: { allowed: false } } })
  const after = await station()
  expect(after).toMatchObject({ id: before.id, title: '建设镇村科技服务站', dueOn: '2026-10-31' })
  expect(after.leads.map(({ agencyId }) => agencyId)).toEqual([agencyIds.science, agencyIds.finance])
  expect(after.targets.map(({ id }) => id)).toEqual(before.targets.map(({ id }) => id))
  const { versions } = await system.call(programmeContract.getProgramme, leader, { programmeId })
  expect(versions.map(({ version, ground: why }) => [version, why])).toEqual([
    [2, ground],
    [1, null],
  ])
  const { diff } = await system.call(programmeContract.compareVersions, leader, { programmeId, version: 2 })
  expect(diff.tasks.flatMap(({ changes }) => changes.map(({ field }) => field)).sort()).toEqual(
    expect.arrayContaining(['due', 'leads', 'title']),
  )
  const [newest] = await system.call(scheduleContract.listRevisions, leader, { taskId: before.id })
  expect(newest!.reason).toContain('第 2 版更正（领导批示：李县长 3 月 20 日批示）')
})

test('what was in force can be taken back, which is proposed too; without a proposal nothing can be put in force', async () => {
  on('2026-03-23')
  await expect(amend()).rejects.toThrow('没有待生效的更正')
  const { corrections, revision } = await planOf()
  const title = corrections.find(({ correction }) => correction.kind === 'retitleTask')!
  const undone = await system.call(planContract.undoCorrection, office, { planId, revision, correctionId: title.id })
  expect(undone.proposed).toBe(1)
  expect((await station()).title).toBe('建设镇村科技服务站')
  await amend()
  expect((await station()).title).toBe('建设科技服务站')
  expect((await station()).dueOn).toBe('2026-10-31')
})

test('one that is taken back before it held leaves no trace in what runs', async () => {
  on('2026-03-24')
  const view = await propose(({ tasks }) => ({ kind: 'dropTask', at: tasks[1]!.titleSpan }))
  const made = view.corrections.at(-1)!
  const { revision } = view
  const after = await system.call(planContract.undoCorrection, office, { planId, revision, correctionId: made.id })
  expect(after.proposed).toBe(0)
})

test('a dropped task ends, an added one begins', async () => {
  on('2026-03-25')
  const before = await tasksOf(db, programmeId)
  await propose(({ tasks }) => ({ kind: 'dropTask', at: tasks[1]!.titleSpan }))
  await amend()
  const after = await tasksOf(db, programmeId)
  expect(before.length - after.length).toBe(1)
  expect(after.map(({ id }) => id)).toEqual(before.filter(({ number }) => number !== '2').map(({ id }) => id))
})

test('the next issue takes over what was corrected, by the words, and asks where they are gone or somebody had decided', async () => {
  on('2026-09-02')
  const receipt = await system.call(planContract.handInText, office, { text: inventedSecondIssue })
  await system.background.idle()
  const draftId = (await system.call(planContract.listHandIns, office, {})).find(({ id }) => id === receipt.id)!.planId!
  const draft = await system.call(planContract.getPlan, office, { planId: draftId })
  expect(draft.earlierIssues).toMatchObject([{ planId, likely: true, corrections: 3 }])
  const carry = (revision: number) =>
    system.call(planContract.carryOver, office, { planId: draftId, revision, fromPlanId: planId })
  const view = await carry(draft.revision)
  const [first] = view.plan.tasks
  expect(first).toMatchObject({ title: '建设科技服务站', due: { on: '2026-10-31' } })
  expect(first!.leads.map(({ name }) => name)).toEqual(['县科技局', '县财政局'])
  // The task that was dropped is not in the new issue: its words are gone, and the office is asked.
  const asked = view.problems.filter(({ code }) => code === 'GT305')
  expect(asked.map(({ severity, message }) => [severity, message.slice(0, 15)])).toEqual([
    ['error', '上一版作过更正“删除任务：选派'],
  ])
  expect(view.problems.filter(({ code }) => code === 'GT306').length).toBe(2)
  expect(view.can.publishPlan.allowed).toBe(false)
  const [{ code, span }] = asked as [(typeof asked)[number]]
  const said = { planId: draftId, revision: view.revision, code, at: span, reason: '新版已不列这项任务' }
  const ready = await system.call(planContract.acceptProblem, office, said)
  await expect(carry(ready.revision)).rejects.toThrow('已承接过')
  const publish = { planId: draftId, revision: ready.revision, newIssueOf: planId }
  await system.call(planContract.publishPlan, office, publish)
  expect((await station()).leads.map(({ agencyId }) => agencyId)).toEqual([agencyIds.science, agencyIds.finance])
})
