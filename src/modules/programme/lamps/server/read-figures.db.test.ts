import { expect, test } from 'vitest'
import type { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan, inventedSecondIssue } from '../../plans/server/invented-plan.fixture.ts'
import { lampContract } from '../contract.ts'

const { db, system, people, clock } = await openCounty()
const { office, reporter, reviewer, leader } = people
const on = (day: string) => {
  clock.now = new Date(`${day}T02:00:00Z`)
}
on('2026-03-10')

async function publish(text: string, newIssueOf: string | null): Promise<string> {
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!.planId!
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf })
  return planId
}

const planId = await publish(inventedPlan, null)
const programmeId = (await system.call(programmeContract.listProgrammes, leader, {}))[0]!.id
const station = (await tasksOf(db, programmeId))[0]!
const [{ id: targetId }] = station.targets as [(typeof station.targets)[number]]
const taskId = station.id

const scheduleNow = async () => (await system.call(scheduleContract.getSchedule, office, { taskId }))!
const marks = async () => (await scheduleNow()).steps.filter(({ claim }) => claim !== null)
const newest = async () => (await system.call(scheduleContract.listRevisions, office, { taskId }))[0]!

async function say(cycle: string, value: number): Promise<string> {
  const own = { progress: 'progressed' as const, text: '按计划推进', needsCoordination: false, fileIds: [] }
  const answer = { taskId, cycle, ...own, values: [{ targetId, value }] }
  const given = { clientKey: newId(), seconds: 30, answers: [answer], questions: [] }
  const said = await system.call(reportContract.submitReports, reporter, given)
  expect(said.outcomes[0]!.refusal).toBeNull()
  return said.outcomes[0]!.reportId!
}
const sign = (reportId: string) => system.call(reportContract.signReports, reviewer, { reportIds: [reportId] })

test('the schedule of a task gone through once holds the year of its target as a mark', async () => {
  const [mark, ...more] = await marks()
  expect(more).toEqual([])
  expect(mark).toMatchObject({
    days: 0,
    title: expect.stringMatching(/^2026年度目标：.*12 个$/),
    finishOn: '2026-12-31',
  })
  const schedule = await scheduleNow()
  expect(schedule.lacksFigures).toBe(false)
  const by = { taskId, stepId: mark!.id, revisionId: schedule.id, doneOn: '2026-03-10' }
  await expect(system.call(scheduleContract.completeStep, office, by)).rejects.toThrow('以报送为准')
})

test('what is signed makes the mark done on the day it was reached; what is only said does not', async () => {
  on('2026-03-20')
  await sign(await say('2026-03', 9))
  expect((await marks())[0]!.done).toBeNull()
  on('2026-09-22')
  const reportId = await say('2026-09', 13)
  expect((await marks())[0]!.done).toBeNull()
  on('2026-09-28')
  await sign(reportId)
  const [mark] = await marks()
  expect(mark!.done).toMatchObject({
    on: '2026-09-22',
    proof: { reportId, words: expect.stringMatching(/县科技局2026年9月报送，13 个$/) },
  })
  expect(mark!.latestText).toContain('已于9月22日达到，依据')
  expect(await newest()).toMatchObject({ kind: 'figureReached', recordedBy: reviewer.name })
})

test('a figure corrected below opens it again, one corrected above closes it', async () => {
  const { proof } = (await marks())[0]!.done!
  const correct = async (value: number) => {
    const asked = { reportId: proof!.reportId, targetId, value, reason: '台账核对后更正' }
    const { correctionId } = await system.call(reportContract.askCorrection, reporter, asked)
    await system.call(reportContract.settleCorrection, reviewer, { correctionId, granted: true, reason: null })
  }
  on('2026-10-09')
  await correct(11)
  expect((await marks())[0]!.done).toBeNull()
  expect(await newest()).toMatchObject({ kind: 'figureFell', reason: expect.stringContaining('不足') })
  await correct(12)
  expect((await marks())[0]!.done).toMatchObject({
    on: '2026-09-22',
    proof: { words: expect.stringMatching(/12 个$/) },
  })
})

test('a new issue that wants more gets its own mark, which reads what is signed at once', async () => {
  on('2026-10-12')
  await publish(inventedSecondIssue, planId)
  const found = await marks()
  expect(found.map(({ claim, done }) => [claim!.value, done?.on ?? null])).toEqual([
    [12, '2026-09-22'],
    [15, null],
  ])
})

test('marks taken away and added again read what is signed at once', async () => {
  const change = async (one: z.infer<typeof scheduleContract.changeSchedule.input>['change']) => {
    const { id: revisionId } = await scheduleNow()
    const asked = { taskId, revisionId, change: one, reason: '办公室核对节点' }
    return system.call(scheduleContract.changeSchedule, office, asked)
  }
  const [, mark] = await marks()
  const without = await change({ kind: 'removeStep', stepId: mark!.id })
  expect(without.lacksFigures).toBe(true)
  const again = await change({ kind: 'takeTemplate', template: 'system', deadlineOn: null })
  expect(again).toMatchObject({ lacksFigures: false, id: (await scheduleNow()).id })
  expect((await marks()).map(({ claim, done }) => [claim!.value, done])).toEqual([[15, null]])
})

test('a mark of a figure colours no lamp of the schedule: how far it is, is for the target to say', async () => {
  on('2027-01-06')
  const { tasks } = await system.call(lampContract.listVerdicts, office, { programmeId })
  const { schedule } = tasks.find((one) => one.taskId === taskId)!
  expect(schedule.reasons.length).toBeGreaterThan(0)
  expect(JSON.stringify(schedule)).not.toContain('年度目标')
  const { late } = await scheduleNow()
  expect(late?.text ?? '').not.toContain('年度目标')
})
