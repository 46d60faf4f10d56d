import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract, type TaskView } from '#modules/programme/programmes/contract.ts'
import { findProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { reportingContract } from '#modules/programme/reporting/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contentsOf, tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan, inventedSecondIssue } from '../../plans/server/invented-plan.fixture.ts'
import { lampContract } from '../contract.ts'
import { judgeDay } from './judge-programme.ts'
import { standingOf, standingVerdict } from './standing.ts'
import { standings, standingVerdicts, touched } from './tables.ts'

const { db, system, people, clock } = await openCounty()
const { office, reporter, reviewer, leader } = people
let today = '2026-03-09'
const setDay = (day: string) => {
  today = day
  clock.now = new Date(`${day}T02:00:00Z`)
}
setDay(today)

/** A figure in two tasks is one figure, and a goal of the whole has no task. */
const whole = (text: string, stations: number): string =>
  text
    .replace('二、保障措施', '三、保障措施')
    .replace('一、重点任务', '一、总体目标\n\n到2028年，全县高新技术企业达到20家。\n\n二、重点任务')
    .replace('示范推广水稻', `到2026年12月底前新建科技服务站${stations}个以上，示范推广水稻`)

async function publish(text: string, newIssueOf: string | null): Promise<string> {
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId = (await system.call(planContract.listHandIns, office, {})).find(({ id }) => id === receipt.id)!.planId!
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf })
  return planId
}

const planId = await publish(whole(inventedPlan, 12), null)
const programmeId = (await system.call(programmeContract.listProgrammes, leader, {}))[0]!.id
const inTx = <T>(work: (tx: Tx) => Promise<T>) => db.transaction(work)
const listTasks = () => tasksOf(db, programmeId)
const refused = (): undefined => undefined

async function say(task: TaskView, n: number) {
  const progress = (['unchanged', 'progressed', 'difficult', 'finished'] as const)[n % 4]!
  const values = task.targets.map(({ id }) => ({ targetId: id, value: n % 40 }))
  const answer = {
    taskId: task.id,
    cycle: today.slice(0, 7),
    progress,
    text: '已推进',
    needsCoordination: false,
    fileIds: [],
  }
  const press = { clientKey: newId(), seconds: 3, questions: [] }
  await system.call(reportContract.submitReports, reporter, { ...press, answers: [{ ...answer, values }] })
}

async function settle(task: TaskView, n: number) {
  const { reports } = await system.call(reportContract.listTaskReports, office, { taskId: task.id })
  const [one] = reports.filter(({ status }) => status === 'submitted')
  if (!one) return
  const ids = { reportIds: [one.id] }
  if (n % 3 === 0) await system.call(reportContract.withdrawReport, reporter, { reportId: one.id }).catch(refused)
  else if (n % 3 === 1) await system.call(reportContract.returnReports, reviewer, { ...ids, reason: '数据与台账不符' })
  else await system.call(reportContract.signReports, reviewer, ids)
}

async function schedule(task: TaskView, n: number) {
  const known = await system.call(scheduleContract.getSchedule, office, { taskId: task.id })
  const step = known?.steps.find(({ done }) => done === null)
  if (!known || !step) return
  const of = { taskId: task.id, revisionId: known.id }
  if (n % 2 === 0)
    await system.call(scheduleContract.completeStep, office, { ...of, stepId: step.id, doneOn: today }).catch(refused)
  else {
    const change = {
      kind: 'moveStep',
      stepId: known.steps.at(-1)!.id,
      edge: 'finish',
      on: addDays(today, 60 + (n % 90)),
    } as const
    await system.call(scheduleContract.changeSchedule, office, { ...of, reason: '上级要求调整', change }).catch(refused)
  }
}

async function setCourse(task: TaskView, n: number) {
  const [target] = task.targets
  const course = { shape: 'quarters' as const, shares: [0, 0.2, 0.5 + (n % 4) / 10, 1] }
  const set =
    target && system.call(lampContract.setTrajectory, office, { targetId: target.id, reason: '集中在下半年', course })
  await set?.catch(refused)
}

async function takeOver(task: TaskView, n: number) {
  const [target] = task.targets
  const value = { programmeId, targetId: target?.id ?? '', value: n % 30, on: today, from: '统计公报' }
  if (target) await system.call(reportingContract.recordOutsideValue, office, value).catch(refused)
}

async function loosen(n: number) {
  const { thresholds } = await system.call(lampContract.getLampSettings, office, { programmeId })
  const looser = { ...thresholds, yellowRatio: 0.3 + (n % 5) / 10 }
  const change = { programmeId, thresholds: looser, reason: '专班会议调整黄灯下限' }
  await system.call(lampContract.saveLampSettings, office, change).catch(refused)
}

async function dayPasses() {
  setDay(addDays(today, 1))
  await system.jobs.drain()
}

const acts = [say, say, settle, settle, schedule, setCourse, takeOver, loosen, dayPasses]

async function act(n: number): Promise<string> {
  const tasks = await listTasks()
  const task = tasks[n % tasks.length]!
  const one = acts[Math.floor(n / 7) % acts.length]!
  if (one === loosen) await loosen(n)
  else if (one === dayPasses) await dayPasses()
  else await (one as typeof say)(task, n)
  return one.name
}

const stands = () =>
  inTx(async (tx) => {
    const programme = (await findProgrammeRow(tx, { ...office, id: programmeId }))!
    return { is: await standingVerdict(tx, programme, today), anew: await judgeDay(tx, programme, today) }
  })

describe('lamps that stand', () => {
  test('the plan of this test ties tasks and its whole together', async () => {
    const { targets } = await contentsOf(db, programmeId)
    expect(targets.filter(({ repeats }) => repeats !== null).length).toBeGreaterThan(0)
    expect(targets.filter(({ taskId }) => taskId === null).length).toBeGreaterThan(0)
    await stands()
    const clans = await db.select({ clan: standingVerdicts.clan }).from(standingVerdicts)
    expect(new Set(clans.map(({ clan }) => clan)).size).toBeLessThan(clans.length)
  })

  test.each([1, 2, 3])(
    'are what all facts give anew, whatever is written in which order (%i)',
    async (seed) => {
      const done: string[] = []
      const seen = new Set<string>()
      for (const n of fc.sample(fc.nat({ max: 100_000 }), { seed, numRuns: 24 })) {
        done.push(await act(n))
        const { is, anew } = await stands()
        expect({ done, is }).toEqual({ done, is: anew })
        seen.add(JSON.stringify(is))
      }
      expect(seen.size).toBeGreaterThan(5)
    },
    120_000,
  )

  test('follow a new issue of the plan, which drops one task and adds another', async () => {
    await publish(whole(inventedSecondIssue, 15), planId)
    const { is, anew } = await stands()
    expect(is).toEqual(anew)
    for (const n of fc.sample(fc.nat({ max: 100_000 }), { seed: 9, numRuns: 12 })) {
      await act(n)
      const after = await stands()
      expect(after.is).toEqual(after.anew)
    }
  }, 120_000)

  test('of one task are those it has among all', async () => {
    const { is } = await stands()
    for (const { taskId } of is.tasks) {
      const own = await inTx(async (tx) =>
        standingOf(tx, (await findProgrammeRow(tx, { ...office, id: programmeId }))!, { today, taskIds: [taskId] }),
      )
      expect(own.tasks).toEqual(is.tasks.filter((one) => one.taskId === taskId))
    }
  })

  test('are worked out once for many readers at once, and of one statement what it touches alone', async () => {
    await stands()
    await db.execute('create table public.worked_out (subject text)')
    await db.execute(`create function public.note() returns trigger language plpgsql as
      $$ begin insert into public.worked_out values (tg_argv[0]); return new; end $$`)
    await db.execute(
      `create trigger note after insert or update on lamps.standing for each row execute function public.note('all')`,
    )
    await db.execute(
      `create trigger note after insert or update on lamps.standing_verdict for each row execute function public.note('one')`,
    )
    const task = (await listTasks()).find(({ leads }) => leads.some(({ agencyId }) => agencyId === reporter.agencyId))!
    setDay(addDays(today, 40))
    await stands()
    await db.execute('delete from public.worked_out')
    await say(task, 5)
    expect((await db.select().from(touched)).map(({ subjectId }) => subjectId)).toEqual([task.id])
    await Promise.all(Array.from({ length: 8 }, () => system.call(lampContract.listVerdicts, leader, { programmeId })))
    const { rows } = await db.execute<{ subject: string }>('select subject from public.worked_out')
    const all = await db.select().from(standingVerdicts)
    expect(rows.filter(({ subject }) => subject === 'all')).toHaveLength(1)
    expect(rows.filter(({ subject }) => subject === 'one').length).toBeLessThan(all.length)
    expect(await db.select().from(touched)).toEqual([])
    expect(await db.select().from(standings)).toHaveLength(1)
  })
})
