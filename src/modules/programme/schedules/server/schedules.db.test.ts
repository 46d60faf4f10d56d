import { describe, expect, test } from 'vitest'
import { forAgency } from '#kernel/actor.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan, inventedSecondIssue } from '../../plans/server/invented-plan.fixture.ts'
import { scheduleContract } from '../contract.ts'
import type { ScheduleChange } from '../domain/change.ts'
import { lasting } from '../domain/schedule.fixture.ts'
import { listTodos, loadScheduleFacts } from './index.ts'

const { db, system, people, clock } = await openCounty()
const { office, leader, reviewer, reporter, agencyHead, observer } = people
clock.now = new Date('2026-02-10T02:00:00Z')

async function publish(text: string, newIssueOf: string | null): Promise<string> {
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!.planId!
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf })
  return planId
}

const firstPlanId = await publish(inventedPlan, null)
const programmeId = (await system.call(programmeContract.listProgrammes, leader, {}))[0]!.id
const tasks = await tasksOf(db, programmeId)
const taskId = tasks[0]!.id
const scheduleOf = async (actor = office, of = taskId) =>
  (await system.call(scheduleContract.getSchedule, actor, { taskId: of }))!

/** A mark that a figure makes done stands behind the steps. */
const isWork = ({ claim }: { claim: unknown }) => claim === null

const preview = (change: ScheduleChange) =>
  system.call(scheduleContract.previewChange, office, { taskId, change: JSON.stringify(change) })

describe('a published plan', () => {
  test('has a schedule for every task, or says why not', async () => {
    const board = await system.call(scheduleContract.getBoard, leader, { programmeId })
    expect(board.tasks.map(({ title }) => title)).toEqual(tasks.map(({ title }) => title))
    expect(board.tasks.every(({ bars, failure }) => bars.length > 0 !== (failure !== null))).toBe(true)
    expect(board.tasks[0]).toMatchObject({ title: '建设科技服务站', deadlineOn: '2026-12-31', finishOn: '2026-12-31' })
    expect(board.unpublished).toEqual([2027, 2028])
  })

  test('tells of each step why it begins when it does', async () => {
    const { steps, late, deadlineOn } = await scheduleOf()
    expect(deadlineOn).toBe('2026-12-31')
    expect(late).toBeNull()
    expect(steps.findLast(isWork)!.latestText).toMatch(
      /^最迟12月\d+日开始，因为任务须在12月31日前完成，本步需 \d+ 个工作日$/,
    )
    expect(steps[0]!.earliestText).toMatch(/^最早2月10日开始（自今日起算），有 \d+ 个工作日机动$/)
  })
})

describe('a change', () => {
  test('is shown before it is done, does the same when it is done, and is kept with its reason', async () => {
    const before = await scheduleOf()
    const step = before.steps.findLast(isWork)!
    const change = { kind: 'moveStep' as const, stepId: step.id, edge: 'finish' as const, on: '2026-12-18' }
    const shown = await preview(change)
    expect(shown.conflict).toBeNull()
    // Steps with a node of their own stay where they are; those that are held by this one alone move with it.
    expect(shown.difference.steps.flatMap(({ kind, stepId }) => (kind === 'moved' ? [stepId] : []))).toContain(step.id)
    expect((await scheduleOf()).id).toBe(before.id)
    const after = await system.call(scheduleContract.changeSchedule, office, {
      taskId,
      change,
      revisionId: before.id,
      reason: '年底前留出验收时间',
    })
    for (const { stepId, after: span } of shown.difference.steps)
      expect(after.steps.find(({ id }) => id === stepId)).toMatchObject(span!)
    const [newest] = await system.call(scheduleContract.listRevisions, leader, { taskId })
    expect(newest).toMatchObject({
      number: 2,
      kind: 'dateMoved',
      reason: '年底前留出验收时间',
      recordedBy: office.name,
    })
  })

  test('made on an old view is refused', async () => {
    const { steps } = await scheduleOf()
    const change = { kind: 'removeStep' as const, stepId: steps[0]!.id }
    const stale = (await system.call(scheduleContract.listRevisions, office, { taskId }))[1]!.id
    await expect(
      system.call(scheduleContract.changeSchedule, office, {
        taskId,
        change,
        revisionId: stale,
        reason: '不需要这一步',
      }),
    ).rejects.toThrow('工期刚被别人改过')
  })

  test('that leaves too little time is refused with what cannot hold together', async () => {
    const { steps, id: revisionId } = await scheduleOf()
    const change = {
      kind: 'moveStep' as const,
      stepId: steps.findLast(isWork)!.id,
      edge: 'finish' as const,
      on: '2026-03-20',
    }
    const shown = await preview(change)
    expect(shown.conflict?.parts.map(({ constraint }) => constraint.kind)).toEqual(
      expect.arrayContaining(['floor', 'order', 'duration', 'pin']),
    )
    await expect(
      system.call(scheduleContract.changeSchedule, office, { taskId, change, revisionId, reason: '领导要求提前' }),
    ).rejects.toThrow(/时间差 \d+ 个工作日.*请放宽其中一条/)
  })

  test('of two people at once keeps one', async () => {
    const { steps, id: revisionId } = await scheduleOf()
    const change = {
      kind: 'editStep' as const,
      stepId: steps[0]!.id,
      title: '摸清底数',
      ...lasting(6),
      after: [],
      notBefore: null,
      notAfter: null,
    }
    const ask = () =>
      system.call(scheduleContract.changeSchedule, office, { taskId, change, revisionId, reason: '缩短第一步' })
    const fates = await Promise.allSettled([ask(), ask()])
    expect(fates.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('to a day off is refused with the working day before', async () => {
    const { steps } = await scheduleOf()
    const change = { kind: 'moveStep' as const, stepId: steps[0]!.id, edge: 'start' as const, on: '2026-10-01' }
    await expect(preview(change)).rejects.toThrow('2026-09-30')
  })
})

describe('a step', () => {
  test('is marked done by the lead agency and can be taken back with a reason', async () => {
    const { steps, id: revisionId } = await scheduleOf(reporter)
    const stepId = steps[0]!.id
    await expect(
      system.call(scheduleContract.completeStep, reporter, { taskId, stepId, revisionId, doneOn: '2026-03-01' }),
    ).rejects.toThrow('在今天之后')
    const done = await system.call(scheduleContract.completeStep, reporter, {
      taskId,
      stepId,
      revisionId,
      doneOn: '2026-02-10',
    })
    expect(done.steps[0]).toMatchObject({
      done: { on: '2026-02-10' },
      latestText: expect.stringContaining('已于2月10日办结'),
    })
    const again = await system.call(scheduleContract.reopenStep, agencyHead, {
      taskId,
      stepId,
      revisionId: done.id,
      reason: '材料不齐，重新办理',
    })
    expect(again.steps[0]!.done).toBeNull()
    expect(again.steps[0]!.startOn).toBe(steps[0]!.startOn)
  })

  test('is not marked by people of another agency, and they do not see it', async () => {
    const stranger = { ...reporter, ...forAgency(null) }
    expect(await system.call(scheduleContract.getSchedule, stranger, { taskId })).toBeNull()
    const board = await system.call(scheduleContract.getBoard, stranger, { programmeId })
    expect(board.tasks).toEqual([])
    const { steps, id: revisionId } = await scheduleOf()
    await expect(
      system.call(scheduleContract.completeStep, stranger, {
        taskId,
        stepId: steps[0]!.id,
        revisionId,
        doneOn: '2026-02-10',
      }),
    ).rejects.toThrow('还没有工期安排')
  })

  test('an observer and a leader see it and may not change it; the view says so', async () => {
    for (const actor of [observer, leader]) {
      const { can } = await scheduleOf(actor)
      expect(can.changeSchedule).toMatchObject({ allowed: false, reason: expect.stringContaining('专班办公室') })
    }
    expect((await scheduleOf(reviewer)).can).toMatchObject({
      changeSchedule: { allowed: true },
      completeStep: { allowed: true },
    })
    expect((await scheduleOf(reporter)).can).toMatchObject({
      changeSchedule: { allowed: false },
      completeStep: { allowed: true },
    })
  })

  test('schedules of another county do not exist', async () => {
    const stranger = { ...leader, divisionCode: '470327' }
    await expect(system.call(scheduleContract.getSchedule, stranger, { taskId })).rejects.toThrow('没有这项任务')
    await expect(system.call(scheduleContract.getBoard, stranger, { programmeId })).rejects.toThrow('没有这个工作方案')
  })
})

describe('looking back', () => {
  test('any two days can be compared, and what others judge is as it was known', async () => {
    const then = clock.now
    const facts = await db.transaction((tx) => loadScheduleFacts(tx, { ...office, id: programmeId }, then))
    expect(facts.get(taskId)).toMatchObject({ taskId, finishOn: '2026-12-18' })
    clock.now = new Date('2026-03-05T02:00:00Z')
    const { steps, id: revisionId } = await scheduleOf()
    const reason = '补上公示环节'
    const change = {
      kind: 'addStep' as const,
      title: '公示',
      ...lasting(5),
      after: [steps[0]!.id],
      before: [steps[1]!.id],
      notAfter: null,
    }
    await system.call(scheduleContract.changeSchedule, office, { taskId, change, revisionId, reason })
    const { tasks: changed } = await system.call(scheduleContract.compareSchedules, leader, {
      programmeId,
      from: '2026-02-10',
      to: '2026-03-05',
    })
    expect(changed).toMatchObject([
      {
        taskId,
        revisions: [{ kind: 'stepAdded', reason }],
        difference: { kind: 'changed', totalBefore: steps.length, totalAfter: steps.length + 1 },
      },
    ])
    expect(changed[0]!.difference.steps.map(({ kind, title }) => [kind, title])).toContainEqual(['added', '公示'])
    const old = await db.transaction((tx) => loadScheduleFacts(tx, { ...office, id: programmeId }, then))
    expect(old.get(taskId)).toEqual(facts.get(taskId))
    const was = await system.call(scheduleContract.getBoard, leader, { programmeId, on: '2026-02-10' })
    expect(was.tasks[0]!.bars.length).toBe(steps.length)
    const before = await system.call(scheduleContract.getBoard, leader, { programmeId, on: '2026-02-09' })
    expect(before.tasks[0]!.failure).toContain('还没有工期安排')
  })

  test('the schedule goes out as a sheet', async () => {
    const file = await system.call(scheduleContract.exportSchedules, leader, { programmeId })
    expect(file).toMatchObject({ name: expect.stringMatching(/倒排工期表（2026-03-05）\.xlsx$/) })
    expect(Buffer.from((file as { bytes: Uint8Array }).bytes).toString('latin1', 0, 2)).toBe('PK')
  })
})

describe('a year of the calendar', () => {
  test('is read from the words of a notice and, once entered, moves the schedules that count it', async () => {
    const text =
      '元旦：1月1日（周五）至3日（周日）放假，共3天。\n春节：2月5日至11日放假调休，共7天。2月20日（周六）上班。'
    const reading = await system.call(scheduleContract.readCalendarText, office, { year: 2027, text })
    expect(reading.holidays.length).toBe(10)
    expect(reading).toMatchObject({ workdays: ['2027-02-20'], doubts: [] })
    const touched = (await system.call(scheduleContract.getBoard, office, { programmeId })).tasks.filter(
      ({ finishOn, startOn }) => startOn !== null && startOn < '2028' && finishOn! >= '2027',
    )
    const { recomputed, years } = await system.call(scheduleContract.saveCalendarYear, office, {
      ...reading,
      source: '国务院办公厅关于2027年部分节假日安排的通知',
    })
    expect(recomputed).toBe(touched.length)
    expect(recomputed).toBeGreaterThan(0)
    expect(years[0]).toMatchObject({ year: 2027, from: 'county', enteredBy: office.name })
    const [newest] = await system.call(scheduleContract.listRevisions, office, { taskId: touched[0]!.taskId })
    expect(newest).toMatchObject({ kind: 'calendarAdded', reason: expect.stringContaining('2027') })
    expect((await system.call(scheduleContract.getBoard, office, { programmeId })).unpublished).toEqual([2028])
  })

  test('a make-up day that is no weekend is refused', async () => {
    await expect(
      system.call(scheduleContract.saveCalendarYear, office, {
        year: 2028,
        holidays: ['2028-01-01'],
        workdays: ['2028-01-05'],
        source: '试录的安排',
      }),
    ).rejects.toThrow('不是周六或周日')
  })
})

describe('templates', () => {
  test('are changed by the office, checked, and restored', async () => {
    const [document] = await system.call(scheduleContract.listTemplates, leader, {})
    expect(document).toMatchObject({ key: 'document', isDefault: true, can: { saveTemplate: { allowed: false } } })
    const { key, use, repeats, steps } = document!
    const changed = { key, title: '制发公文', use, repeats, steps: steps.slice(0, 3) }
    expect((await system.call(scheduleContract.saveTemplate, office, changed))[0]).toMatchObject({
      title: '制发公文',
      changedBy: office.name,
    })
    const circle = steps.slice(0, 2).map((step, i) => ({ ...step, after: [steps[1 - i]!.key] }))
    await expect(system.call(scheduleContract.saveTemplate, office, { ...changed, steps: circle })).rejects.toThrow(
      '互相等待',
    )
    expect((await system.call(scheduleContract.restoreTemplate, office, { key }))[0]).toMatchObject({
      title: document!.title,
    })
    await expect(system.call(scheduleContract.restoreTemplate, office, { key })).rejects.toThrow('没有改动过')
  })

  test('a task can take another template', async () => {
    const { id: revisionId } = await scheduleOf()
    const change = { kind: 'takeTemplate' as const, template: 'system', deadlineOn: null }
    const view = await system.call(scheduleContract.changeSchedule, office, {
      taskId,
      change,
      revisionId,
      reason: '按服务站点建设安排',
    })
    expect(view).toMatchObject({ templateKey: 'system', deadlineOn: '2026-12-31' })
    expect(view.steps.findLast(isWork)!.finishOn).toBe('2026-12-31')
  })
})

describe('what is to be done', () => {
  test('is told to the lead agency when a step comes up', async () => {
    clock.now = new Date('2026-12-01T02:00:00Z')
    const todos = await db.transaction((tx) => listTodos(tx, reporter, programmeId, '2026-12-01'))
    expect(todos.find(({ link }) => link === `/tasks/${taskId}`)).toMatchObject({
      kind: 'step',
      title: expect.stringContaining('建设科技服务站'),
    })
    expect(await db.transaction((tx) => listTodos(tx, leader, programmeId, '2026-12-01'))).toEqual([])
  })

  test('a schedule that cannot be kept any more says what is in the way', async () => {
    const { late } = await scheduleOf()
    expect(late?.parts[0]).toMatchObject({ text: '今天是12月1日，未办的步骤只能从今天起算' })
  })
})

describe('a new issue of the plan', () => {
  test('follows the deadlines it changes, plans what is new, and ends what is dropped', async () => {
    clock.now = new Date('2026-12-02T02:00:00Z')
    await publish(inventedSecondIssue, firstPlanId)
    const now = await tasksOf(db, programmeId)
    const board = await system.call(scheduleContract.getBoard, leader, { programmeId })
    expect(board.tasks.map(({ taskId: id }) => id)).toEqual(now.map(({ id }) => id))
    expect(board.tasks.every(({ bars, failure }) => bars.length > 0 !== (failure !== null))).toBe(true)
    const { tasks: changed } = await system.call(scheduleContract.compareSchedules, leader, {
      programmeId,
      from: '2026-12-01',
      to: '2026-12-02',
    })
    const kindOf = (title: string) => changed.find((one) => one.title.includes(title))?.difference.kind
    expect(kindOf('培育种业企业')).toBe('added')
    expect(kindOf('选派科技特派员')).toBe('removed')
  })

  test('nothing is left to plan afterwards', async () => {
    expect(await system.call(scheduleContract.scheduleProgramme, office, { programmeId })).toEqual({ scheduled: 0 })
  })
})
