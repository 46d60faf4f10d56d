import { expect, test } from 'vitest'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { openReporting } from './reporting.fixture.ts'

const joint = inventedPlan.replace('（牵头单位：县科技局；责任单位：县财政局、各乡镇）', '（县科技局、县财政局负责）')
const county = await openReporting('2026-03-10', joint)

test('agencies the plan names without one to lead answer alike: each is led by all, reports and ticks steps', async () => {
  const { tasks, finance, people, inbox, system, agencyIds } = county
  const station = tasks.find(({ title }) => title === '建设科技服务站')!
  expect(station.participants).toEqual([])
  expect(station.leads.map(({ agencyId }) => agencyId)).toEqual([agencyIds.science, agencyIds.finance])
  county.on('2026-06-20')
  for (const who of [people.reporter, finance]) {
    const item = (await inbox(who))!.items.find(({ taskId }) => taskId === station.id)!
    const [step] = item.dueSteps
    expect(step).toBeDefined()
    const { revisionId, stepId } = step!
    const said = { taskId: station.id, revisionId, stepId, doneOn: '2026-06-18' }
    const { steps } = await system.call(scheduleContract.completeStep, who, said)
    expect(steps.find(({ id }) => id === stepId)?.done).not.toBeNull()
    const left = (await inbox(who))!.items.find(({ taskId }) => taskId === station.id)!.dueSteps
    expect(left).toEqual(item.dueSteps.slice(1).map((one) => ({ ...one, revisionId: left[0]?.revisionId })))
  }
})
