import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { fileContract } from '#modules/office/files/contract.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract, type TaskView } from '#modules/programme/programmes/contract.ts'
import { reportingContract } from '#modules/programme/reporting/contract.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { asCalledToday } from '../../../../../test/former-names.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { reportContract } from '../contract.ts'
import type { Answer } from '../domain/report.ts'
import { listTodos, loadReportFacts } from './index.ts'
import { unchanged } from './reporting.fixture.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { office, reporter, reviewer, leader, agencyHead } = people
const finance: Actor = { ...reporter, userId: 'finance-reporter', name: '财政填报员', ...forAgency(agencyIds.finance) }

clock.now = new Date('2026-03-03T02:00:00Z')
// What falls due is counted from here on.
await system.jobs.drain()
const receipt = await system.call(planContract.handInText, office, { text: inventedPlan })
await system.background.idle()
const { planId } = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!
const plan = await system.call(planContract.getPlan, office, { planId: planId! })
await system.call(planContract.publishPlan, office, { planId: planId!, revision: plan.revision, newIssueOf: null })
const [programme] = await system.call(programmeContract.listProgrammes, leader, {})
const programmeId = programme!.id
const tasks = await tasksOf(db, programmeId)
const ledByScience = tasks.filter((task) => task.leads.some(({ agencyId }) => agencyId === agencyIds.science))

const on = (day: string, hour = '02') => {
  clock.now = new Date(`${day}T${hour}:00:00Z`)
}
const inbox = async (actor: Actor) => (await system.call(reportContract.getInbox, actor, {})).programmes[0]
const answer = (task: Pick<TaskView, 'id'>, more: Partial<Answer> & { cycle?: string; asOf?: Date } = {}) => ({
  ...unchanged(task.id),
  ...more,
})
const submit = (actor: Actor, answers: ReturnType<typeof answer>[], clientKey = newId()) =>
  system.call(reportContract.submitReports, actor, { clientKey, seconds: 40, answers, questions: [] })

describe('an agency sees one inbox', () => {
  test('with what it leads, due by the day the programme names', async () => {
    const mine = await inbox(reporter)
    expect(mine!.items.map(({ taskId }) => taskId)).toEqual(ledByScience.map(({ id }) => id))
    expect(mine!.cycle).toMatchObject({ key: '2026-03', dueOn: '2026-03-25' })
    expect(mine!.items[0]!.asked[0]).toMatchObject({ ask: 'number', last: null })
    expect(mine!.items[0]!.asked[0]!.meaning).not.toBe('')
  })

  test('and a participant none of what others lead', async () => {
    expect((await inbox(finance))?.items ?? []).toEqual([])
  })
})

describe('handing in', () => {
  test('many at once, each with its own outcome, and the same press twice is one', async () => {
    const [first, second] = ledByScience
    const asked = (await inbox(reporter))!.items[0]!.asked[0]!
    const key = newId()
    const answers = [
      answer(first!, {
        progress: 'progressed',
        text: '已签约三处',
        values: [{ targetId: asked.targetId, value: 3000 }],
      }),
      answer(second!, { progress: 'difficult' }),
    ]
    const once = await submit(reporter, answers, key)
    expect(once.outcomes.map(({ refusal }) => refusal)).toEqual([null, expect.stringContaining('卡在哪里')])
    const again = await submit(reporter, answers, key)
    expect(again).toEqual({ ...once, repeated: true })
    expect((await inbox(reporter))!.items[0]!.said).toMatchObject({
      attempt: 1,
      status: 'submitted',
      values: [{ value: 3000 }],
    })
  })

  test('by two people of an agency at the same moment leaves one word', async () => {
    const task = ledByScience[1]!
    const both = await Promise.all([submit(reporter, [answer(task)]), submit(reviewer, [answer(task)])])
    const refusals = both.flatMap(({ outcomes }) => outcomes.map(({ refusal }) => refusal))
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1)
    expect(refusals.find((refusal) => refusal !== null)).toContain('报送')
  })

  test('of two presses with one key at the same moment answers both alike', async () => {
    const key = newId()
    const [one, two] = await Promise.all([submit(agencyHead, [], key), submit(agencyHead, [], key)])
    expect(one.submissionId).toBe(two.submissionId)
  })

  test('what another agency reports is refused, whoever asks', async () => {
    const { outcomes } = await submit(finance, [answer(ledByScience[0]!)])
    expect(outcomes[0]).toMatchObject({ reportId: null, refusal: expect.stringContaining('不由您的单位填报') })
    await expect(submit({ ...finance, divisionCode: '470327' }, [answer(ledByScience[0]!)])).rejects.toThrow(
      '没有这项任务',
    )
  })

  test('a cycle that has not begun takes nothing', async () => {
    const { outcomes } = await submit(reporter, [answer(ledByScience[2]!, { cycle: '2026-09' })])
    expect(outcomes[0]!.refusal).toContain('没有开放报送')
  })
})

describe('reading', () => {
  test('is for those the task names, and the county’s own', async () => {
    const taskId = ledByScience[0]!.id
    const seenBy = async (actor: Actor) =>
      (await system.call(reportContract.listTaskReports, actor, { taskId })).reports.length
    expect([await seenBy(reporter), await seenBy(office), await seenBy(leader)]).toEqual([1, 1, 1])
    const stranger = { ...reporter, ...forAgency(newId()) }
    expect(await seenBy(stranger)).toBe(0)
    const [report] = (await system.call(reportContract.listTaskReports, office, { taskId })).reports
    const read = (actor: Actor) => system.call(reportContract.getReport, actor, { reportId: report!.id })
    await expect(read(stranger)).rejects.toThrow('没有这条报送')
    expect((await read(leader)).taskTitle).toBe(ledByScience[0]!.title)
  })
})

describe('an agency that takes part in the same task', () => {
  test('reads its lead’s words and figures nowhere', async () => {
    const task = ledByScience[0]!
    const partner = { ...finance, ...forAgency(newId()) }
    await db.execute(
      sql`insert into programmes.task_agency select (jsonb_populate_record(a, jsonb_build_object(
        'agency_id', ${partner.agencyId}::text, 'role', 'participant', 'position', 99))).*
        from programmes.task_agency a where a.task_id = ${task.id} limit 1`,
    )
    const seenBy = async (actor: Actor) =>
      (await system.call(reportContract.listTaskReports, actor, { taskId: task.id })).reports
    const [said] = await seenBy(reporter)
    expect(said).toBeDefined()
    expect(await seenBy(partner)).toEqual([])
    const read = system.call(reportContract.getReport, partner, { reportId: said!.id })
    await expect(read).rejects.toThrow('没有这条报送')
    for (const actor of [office, leader, agencyHead]) expect((await seenBy(actor)).length).toBeGreaterThan(0)
    const verdict = await system.call(lampContract.getTaskVerdict, partner, { taskId: task.id })
    expect(JSON.stringify(verdict)).not.toContain('3000')
    for (const target of task.targets.slice(0, 1))
      await expect(system.call(lampContract.getTargetPage, partner, { targetId: target.id })).rejects.toThrow(
        '不由本单位牵头',
      )
  })
})

describe('review', () => {
  test('shows what is striking, and nobody signs their own word', async () => {
    const waiting = await system.call(reportContract.listReviews, reviewer, {})
    expect(waiting[0]!.flags.map(({ code }) => code)).toContain('beyond')
    const ids = waiting.map(({ id }) => id)
    const own = await system
      .call(reportContract.signReports, reporter as Actor & { role: 'office' }, { reportIds: ids })
      .catch((error: Error) => error)
    expect(own).toBeInstanceOf(Error)
    expect(await system.call(reportContract.listReviews, { ...reviewer, ...forAgency(agencyIds.finance) }, {})).toEqual(
      [],
    )
  })

  test('returns with a reason, tells the reporter, and takes the next attempt', async () => {
    const [first] = await system.call(reportContract.listReviews, office, {})
    const give = (actor: Actor) =>
      system.call(reportContract.returnReports, actor, {
        reportIds: [first!.id],
        reason: '数字与上月台账不符',
      })
    expect(await give({ ...reviewer, ...forAgency(agencyIds.finance) })).toEqual([
      { reportId: first!.id, refusal: expect.stringContaining('您不能处理') },
    ])
    expect(await give(reviewer)).toEqual([{ reportId: first!.id, refusal: null }])
    expect((await give(reviewer))[0]!.refusal).toContain('已退回')
    const { outcomes } = await submit(reporter, [
      answer(ledByScience[0]!, { progress: 'progressed', text: '核实后为两处' }),
    ])
    expect(outcomes[0]!.refusal).toBeNull()
    expect((await inbox(reporter))!.items[0]!.said).toMatchObject({ attempt: 2, status: 'submitted' })
  })

  test('signs many at once', async () => {
    const waiting = await system.call(reportContract.listReviews, office, {})
    const signed = await system.call(reportContract.signReports, office, {
      reportIds: waiting.map(({ id }) => id),
    })
    expect(signed.every(({ refusal }) => refusal === null)).toBe(true)
    expect(await system.call(reportContract.listReviews, office, {})).toEqual([])
  })

  test('the facts say what was known when', async () => {
    const facts = await db.transaction((tx) => loadReportFacts(tx, { ...office, id: programmeId }, clock.now))
    expect(facts.reports.find(({ taskId }) => taskId === ledByScience[0]!.id)).toMatchObject({
      text: '核实后为两处',
      signedOn: '2026-03-03',
    })
    const before = await db.transaction((tx) =>
      loadReportFacts(tx, { ...office, id: programmeId }, new Date('2026-03-03T01:00:00Z')),
    )
    expect(before.reports).toEqual([])
  })
})

describe('the month after', () => {
  test('无变化 carries the figures on, evidence goes with the word', async () => {
    on('2026-04-21')
    const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
    const { id: fileId } = await system.call(fileContract.uploadFile, reporter, {}, { name: '站点.jpg', bytes: photo })
    const [first] = ledByScience
    await submit(reporter, [answer(first!, { cycle: '2026-04', fileIds: [fileId] })])
    const item = (await inbox(reporter))!.items.find(({ taskId }) => taskId === first!.id)
    expect(item!.said).toMatchObject({ progress: 'unchanged', evidence: 1, files: [{ name: '站点.jpg' }] })
    expect(item!.last).toMatchObject({ cycle: '2026-03' })
    await expect(system.call(fileContract.viewPicture, finance, { fileId })).rejects.toThrow('没有这个文件')
    // As it was kept before: seen by all the task names, until the data is repaired.
    await db.execute(sql`update files.attachment set visible_to = visible_to || ${agencyIds.finance}::uuid`)
    expect(await system.call(fileContract.viewPicture, finance, { fileId })).toBeDefined()
    const repair = join(projectFolder(), 'migrations/0007_statement_files_for_those_concerned.sql')
    await db.execute(sql.raw(asCalledToday(readFileSync(repair, 'utf8'))))
    await expect(system.call(fileContract.viewPicture, finance, { fileId })).rejects.toThrow('没有这个文件')
    expect(await system.call(fileContract.viewPicture, { ...reporter, userId: 'colleague' }, { fileId })).toBeDefined()
  })

  test('people are reminded once, three working days before, of what is left', async () => {
    const todosOf = (actor: Actor) => db.transaction((tx) => listTodos(tx, actor, programmeId, '2026-04-21'))
    expect((await todosOf(reporter))[0]).toMatchObject({ kind: 'report', dueOn: '2026-04-25' })
    expect((await todosOf(reviewer)).at(-1)).toMatchObject({ kind: 'review', title: '1 条报送待签收' })
    await system.jobs.drain()
    await system.jobs.drain()
    const { notices } = await system.call(noticeContract.listNotices, reporter, { kind: 'statementDue' })
    expect(notices.map(({ title }) => title)).toEqual(['2026年4月报送还剩 3 个工作日'])
  })

  test('a returned or forgotten word of the last cycle can still be said, an older one not', async () => {
    on('2026-05-03')
    const [, , third] = ledByScience
    const say = async (cycle: string) => (await submit(reporter, [answer(third!, { cycle })])).outcomes[0]!.refusal
    expect(await say('2026-03')).toContain('已过')
    expect(await say('2026-04')).toBeNull()
  })
})

const itemOf = async (actor: Actor, id: string) => (await inbox(actor))!.items.find(({ taskId }) => taskId === id)!
const draftOf = async (actor: Actor, id: string) => (await itemOf(actor, id)).draft

describe('drafts', () => {
  test('are the person’s own, and go with the word', async () => {
    const [first] = ledByScience
    await system.call(reportContract.saveDrafts, reporter, {
      drafts: [{ taskId: first!.id, cycle: '2026-05', answer: { text: '写到一半' }, asOf: null }],
    })
    expect(await draftOf(reporter, first!.id)).toMatchObject({ answer: { text: '写到一半' } })
    expect(await draftOf(agencyHead, first!.id)).toBeNull()
  })

  test('go to a successor with the tasks given by name', async () => {
    const [first] = ledByScience
    await system.call(reportContract.assignTask, agencyHead, {
      taskId: first!.id,
      agencyId: agencyIds.science,
      userId: reporter.userId,
    })
    const over = { fromUserId: reporter.userId, toUserId: reviewer.userId, reason: '调离本单位' }
    expect(await system.call(reportContract.handOver, agencyHead, over)).toEqual({ drafts: 1, assignments: 1 })
    expect((await inbox(reviewer))!.items[0]).toMatchObject({
      draft: { answer: { text: '写到一半' } },
      reporter: { userId: reviewer.userId },
    })
    await expect(
      system.call(reportContract.handOver, { ...agencyHead, ...forAgency(agencyIds.finance) }, over),
    ).rejects.toThrow('不在同一单位')
  })

  test('that a successor has begun too stay with both', async () => {
    const taskId = ledByScience[0]!.id
    const save = (actor: Actor, text: string) =>
      system.call(reportContract.saveDrafts, actor, {
        drafts: [{ taskId, cycle: '2026-05', answer: { text }, asOf: null }],
      })
    await save(reporter, '前任写的')
    await save(agencyHead, '后任写的')
    const over = { fromUserId: reporter.userId, toUserId: agencyHead.userId, reason: '调离本单位' }
    expect((await system.call(reportContract.handOver, agencyHead, over)).drafts).toBe(0)
    expect(await draftOf(reporter, taskId)).toMatchObject({ answer: { text: '前任写的' } })
    expect(await draftOf(agencyHead, taskId)).toMatchObject({ answer: { text: '后任写的' } })
  })

  test('of another agency the person was of are not shown', async () => {
    const taskId = ledByScience[0]!.id
    await db.execute(sql`update reports.draft set agency_id = ${newId()}::uuid where user_id = ${reporter.userId}`)
    expect(await draftOf(reporter, taskId)).toBeNull()
  })
})

describe('one person with two devices', () => {
  const taskId = ledByScience[1]!.id
  const save = async (text: string, asOf: Date | null, more: Partial<Answer> = {}) => {
    clock.now = new Date(clock.now.getTime() + 60_000)
    const drafts = [{ taskId, cycle: '2026-05', answer: { text, ...more }, asOf }]
    return (await system.call(reportContract.saveDrafts, reporter, { drafts })).drafts[0]!
  }

  test('writes over no draft it has not seen, and says when that was saved', async () => {
    const first = await save('手机上写的', null)
    expect(first).toEqual({ isKept: true, savedAt: clock.now })
    expect(await save('电脑上写的', null)).toEqual({ isKept: false, savedAt: first.savedAt })
    const second = await save('手机上接着写的', first.savedAt)
    expect(second.isKept).toBe(true)
    expect(await save('电脑上写的', first.savedAt)).toEqual({ isKept: false, savedAt: second.savedAt })
    expect(await draftOf(reporter, taskId)).toMatchObject({
      answer: { text: '手机上接着写的' },
      savedAt: second.savedAt,
    })
    // The answer to a saving was lost: the same again is kept already.
    expect(await save('手机上接着写的', first.savedAt)).toEqual({ isKept: true, savedAt: second.savedAt })
  })

  test('that saves at the same moment on both keeps one and tells the other', async () => {
    const { savedAt } = (await draftOf(reporter, taskId))!
    const both = await Promise.all([save('甲', savedAt), save('乙', savedAt)])
    expect(both.map(({ isKept }) => isKept).sort()).toEqual([false, true])
  })

  test('does not end an unseen draft by handing in, and hands in once it was seen', async () => {
    const { savedAt } = await save('已选定两处场地', (await draftOf(reporter, taskId))!.savedAt, {
      progress: 'progressed',
    })
    const other = answer({ id: taskId }, { cycle: '2026-05', progress: 'difficult', text: '场地没有落实' })
    const { outcomes } = await submit(reporter, [other])
    expect(outcomes[0]!.refusal).toContain('在另一台设备上存过一份不同的草稿')
    expect(await draftOf(reporter, taskId)).toMatchObject({ answer: { text: '已选定两处场地' } })
    const same = answer({ id: taskId }, { cycle: '2026-05', progress: 'progressed', text: '已选定两处场地' })
    expect((await submit(reporter, [same])).outcomes[0]!.refusal).toBeNull()
    expect(await draftOf(reporter, taskId)).toBeNull()
    await system.call(reportContract.withdrawReport, reporter, {
      reportId: (await itemOf(reporter, taskId)).said!.id,
    })
    const again = await save('已选定三处场地', null, { progress: 'progressed' })
    expect((await submit(reporter, [{ ...other, asOf: again.savedAt }])).outcomes[0]!.refusal).toBeNull()
    expect(savedAt < again.savedAt).toBe(true)
  })
})

describe('the programme’s reporting', () => {
  test('is delegated to a participant for a time', async () => {
    const task = ledByScience.find(({ participants }) =>
      participants.some(({ agencyId }) => agencyId === agencyIds.finance),
    )!
    const given = {
      taskId: task.id,
      fromAgencyId: agencyIds.science,
      toAgencyId: agencyIds.finance,
      fromOn: '2026-05-01',
      toOn: '2026-06-30',
      reason: '资金由财政局拨付',
    }
    await expect(
      system.call(reportingContract.delegateTask, { ...reviewer, ...forAgency(agencyIds.finance) }, given),
    ).rejects.toThrow('牵头单位')
    await system.call(reportingContract.delegateTask, reviewer, given)
    const item = (await inbox(finance))!.items.find(({ taskId }) => taskId === task.id)
    expect(item).toMatchObject({ delegatedBy: '县科技局' })
  })

  test('changes its rhythm from a day on', async () => {
    const change = {
      programmeId,
      every: 'quarter' as const,
      dueDay: 20,
      dueIn: 'same' as const,
      restDay: 'after' as const,
      holdsFrom: '2026-06-01',
      withMeasures: false,
      reason: '减轻填报负担',
    }
    await expect(
      system.call(reportingContract.saveReporting, office, { ...change, holdsFrom: '2026-01-01' }),
    ).rejects.toThrow('不能早于今天')
    const saved = await system.call(reportingContract.saveReporting, office, change)
    expect(saved.settings[0]).toMatchObject({ every: 'quarter', holdsFrom: '2026-06-01' })
    on('2026-09-10')
    expect((await inbox(reporter))!.cycle).toMatchObject({ key: '2026-Q3', dueOn: '2026-09-20' })
  })

  test('takes a figure from outside instead of asking for it', async () => {
    const item = (await inbox(reporter))!.items.find(({ asked }) => asked.length > 0)!
    const { targetId } = item.asked[0]!
    await system.call(reportingContract.setTargetSource, office, {
      programmeId,
      targetId,
      source: 'outside',
      from: '县统计局',
    })
    await system.call(reportingContract.recordOutsideValue, office, {
      programmeId,
      targetId,
      value: 5,
      on: '2026-08-31',
      from: '统计快报',
    })
    const after = (await inbox(reporter))!.items.find(({ taskId }) => taskId === item.taskId)!
    expect(after.asked.map((one) => one.targetId)).not.toContain(targetId)
    expect(after.shown).toContainEqual(expect.objectContaining({ targetId, known: { value: 5, on: '2026-08-31' } }))
  })

  test('asks nothing that is held already, and says where it lies', async () => {
    const ask = (text: string) =>
      system.call(reportingContract.askQuestion, office, { programmeId, cycle: '2026-Q3', kind: 'sentence', text })
    const held = ledByScience[0]!.targets[0]!
    await expect(ask(`请填写目前${held.indicator.text}是多少`)).rejects.toMatchObject({
      code: 'reporting.alreadyHeld',
      details: { link: `/tasks/${ledByScience[0]!.id}` },
    })
    await ask('分管领导是否到会部署')
    const [question] = (await inbox(reporter))!.questions
    await system.call(reportContract.submitReports, reporter, {
      clientKey: newId(),
      seconds: 5,
      answers: [],
      questions: [{ questionId: question!.id, answer: '到会' }],
    })
    const board = await system.call(reportContract.getBoard, office, { programmeId })
    expect(board.questions[0]!.answers).toEqual([{ agencyName: '县科技局', answer: '到会' }])
  })

  test('shows the board and the burden, to an agency its own line', async () => {
    const board = await system.call(reportContract.getBoard, leader, { programmeId })
    const science = board.rows.find(({ agencyId }) => agencyId === agencyIds.science)!
    expect(science.cells.map(({ cycle }) => cycle)).toEqual(
      ['2026-03', '2026-04', '2026-05', '2026-06', '2026-Q3'].filter((key) =>
        board.cycles.some((cycle) => cycle.key === key),
      ),
    )
    expect(
      board.burden.find(({ agencyId, month }) => agencyId === agencyIds.science && month === '2026-03')?.cells,
    ).toBeGreaterThan(3)
    const own = await system.call(reportContract.getBoard, finance, { programmeId })
    expect(own.rows.map(({ agencyId }) => agencyId)).toEqual([agencyIds.finance])
    const file = await system.call(reportContract.exportBoard, leader, { programmeId })
    expect(file).toMatchObject({ name: expect.stringContaining('报送情况表.xlsx') })
  })
})
