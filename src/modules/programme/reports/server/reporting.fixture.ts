import { expect } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/moment.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { type County, openCounty } from '../../../../../test/county.ts'
import {
  delegations,
  outsideValues,
  questions,
  reportingSettings,
  targetSources,
} from '../../reporting/server/tables.ts'
import { reportContract as ops } from '../contract.ts'
import type { Answer } from '../domain/report.ts'
import { assignments, drafts, openings, reports, submissions } from './tables.ts'

const meeting = '县科技局每季度召开一次协调会。'
/** An invented plan that under 保障措施 also orders reports by the 20th of each month. */
export const withMonthlyOrder = (plan: string) => plan.replace(meeting, `${meeting}各牵头单位每月20日前报送工作进展。`)

/** `asOf` names the draft an answer goes on from. */
export type Said = Partial<Answer> & { cycle?: string; asOf?: Date }

/** 无变化 for March. */
export const unchanged = (taskId: string) => ({
  taskId,
  cycle: '2026-03',
  progress: 'unchanged' as const,
  text: '',
  needsCoordination: false,
  values: [],
  fileIds: [],
})

/** What is handed in of one task: nothing new, unless more is said. */
export const oneAnswer = (taskId: string, more: Said) => ({
  clientKey: newId(),
  seconds: 60,
  questions: [],
  answers: [{ ...unchanged(taskId), ...more }],
})

/** An agency says of this month that nothing has come of a task yet: what nobody speaks of is never red. */
export function sayNothingCame(
  system: County['system'],
  who: Actor,
  { taskId, targetId, now }: Untouched,
): Promise<unknown> {
  const values = [{ targetId, value: 0 }]
  const answer = oneAnswer(taskId, { cycle: dayOf(now).slice(0, 7), progress: 'progressed', text: '正在选址', values })
  return system.call(ops.submitReports, who, answer)
}

interface Untouched {
  taskId: string
  targetId: string
  now: Date
}

/** A county whose plan was published on a day, and what its people do with reports, in few words. */
export async function openReporting(day: string, text: string) {
  const county = await openCounty()
  const { db, system, people, agencyIds, clock } = county
  const on = (next: string) => {
    clock.now = new Date(`${next}T02:00:00Z`)
  }
  const publish = async (words: string, newIssueOf: string | null) => {
    const receipt = await system.call(planContract.handInText, people.office, { text: words })
    await system.background.idle()
    const handIns = await system.call(planContract.listHandIns, people.office, {})
    const planId = handIns.find(({ id }) => id === receipt.id)?.planId ?? ''
    const { revision } = await system.call(planContract.getPlan, people.office, { planId })
    await system.call(planContract.publishPlan, people.office, { planId, revision, newIssueOf })
    return planId
  }
  on(day)
  const planId = await publish(text, null)
  const [programme] = await system.call(programmeContract.listProgrammes, people.leader, {})
  const programmeId = programme?.id ?? ''
  const tasks = await tasksOf(county.db, programmeId)
  const say = (who: Actor, taskId: string, more: Said = {}) =>
    system.call(ops.submitReports, who, oneAnswer(taskId, more))
  const said = async (who: Actor, taskId: string, more: Said = {}) => {
    const [outcome] = (await say(who, taskId, more)).outcomes
    expect(outcome?.refusal).toBeNull()
    return outcome?.reportId ?? ''
  }
  return {
    ...county,
    on,
    publish,
    planId,
    programmeId,
    tasks,
    say,
    said,
    finance: {
      ...people.reporter,
      userId: 'finance-reporter',
      name: '财政填报员',
      ...forAgency(agencyIds.finance),
    } satisfies Actor,
    inbox: async (who: Actor) => (await system.call(ops.getInbox, who, {})).programmes[0],
    forget: async () => {
      for (const table of [
        reports, submissions, drafts, openings, delegations, assignments, questions, reportingSettings, targetSources, outsideValues,
      ]) // biome-ignore format: one list
        await db.delete(table)
    },
  }
}
