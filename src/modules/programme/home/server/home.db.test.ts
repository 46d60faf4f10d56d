import { describe, expect, test } from 'vitest'
import { forAgency } from '#kernel/actor.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { noteContract } from '#modules/programme/notes/contract.ts'
import { oversightContract } from '#modules/programme/oversight/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { sayNothingCame } from '../../reports/server/reporting.fixture.ts'
import { homeContract } from '../contract.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { office, leader, reporter, reviewer, auditor, observer } = people
const finance = { ...reporter, userId: 'finance', ...forAgency(agencyIds.finance) }

clock.now = new Date('2026-03-10T02:00:00Z')
const receipt = await system.call(planContract.handInText, office, { text: inventedPlan })
await system.background.idle()
const planId = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!.planId!
const { revision } = await system.call(planContract.getPlan, office, { planId })
await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf: null })
const [programme] = await system.call(programmeContract.listProgrammes, leader, {})
const programmeId = programme!.id
const [station] = await tasksOf(db, programmeId)
const taskId = station!.id

const getHome = (actor = office) => system.call(homeContract.getHome, actor, { programmeId })
const titlesOf = async (actor = office) =>
  (await system.call(noticeContract.listNotices, actor, {})).notices.map(({ title }) => title)

/** The first week in which the task turned red: its agency says each month that nothing has come of it yet. */
const [wanted] = station!.targets
for (let weeks = 0; weeks < 60; weeks++) {
  clock.now = new Date(clock.now.getTime() + 7 * 86_400_000)
  await sayNothingCame(system, reporter, { taskId, targetId: wanted!.id, now: clock.now })
  if ((await getHome()).worse.some((news) => news.taskId === taskId && news.lamp === 'red')) break
}

describe('the home of a programme', () => {
  test('counts lamps, tells what turned worse and why, and who is silent', async () => {
    const home = await getHome()
    const { lamps, tasks, turnedRed } = home.sentence
    expect(lamps.green + lamps.yellow + lamps.red + lamps.grey).toBe(tasks)
    const [first] = home.worse
    expect(turnedRed).toBe(home.worse.filter(({ lamp }) => lamp === 'red').length)
    expect(first?.lamp).toBe('red')
    expect(first?.reasons.length).toBeGreaterThan(0)
    expect(home.worse.find((news) => news.taskId === taskId)).toMatchObject({ lamp: 'red', title: '1 建设科技服务站' })
    expect(home.silent.map(({ agencyId }) => agencyId)).toContain(agencyIds.science)
    expect(home.sentence.unreported).toBe(home.silent.length)
  })

  test('gathers what every module wants of the reader', async () => {
    const kinds = (await getHome(reporter)).todos.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['report', 'step']))
    expect((await getHome(observer)).todos).toEqual([])
  })

  test('the day gathers the same over all programmes', async () => {
    const day = await system.call(homeContract.listToday, reporter, {})
    expect(day.todos.map(({ title }) => title)).toEqual((await getHome(reporter)).todos.map(({ title }) => title))
    expect(new Set(day.todos.map(({ programmeTitle }) => programmeTitle))).toEqual(new Set([programme!.title]))
    expect(day.programmes).toBe(1)
  })

  test.each([leader, auditor, observer])('is read by $role, with the same counts', async (actor) => {
    const [mine, offices] = [await getHome(actor), await getHome()]
    expect(mine.sentence).toEqual(offices.sentence)
    expect(mine.worse).toEqual(offices.worse)
  })

  test('people of an agency read the counts of all and the reasons of their own', async () => {
    const stranger = { ...reporter, ...forAgency(agencyIds.towns), userId: 'towns' }
    const home = await getHome({ ...stranger, ...forAgency(null) })
    expect(home.sentence).toEqual((await getHome()).sentence)
    expect(home.worse).toEqual([])
    expect(home.silent).toEqual([])
    const own = await getHome(reviewer)
    expect(own.worse.map((news) => news.taskId)).toContain(taskId)
    expect(own.silent.every(({ agencyId }) => agencyId === agencyIds.science)).toBe(true)
  })
})

describe('a leader’s own list', () => {
  test('holds red and yellow tasks with a reason and their leads, those looked after first', async () => {
    const before = await system.call(homeContract.listMatters, leader, {})
    const mine = before.matters.find((matter) => matter.taskId === taskId)
    expect(before.hasOversight).toBe(false)
    expect(mine).toMatchObject({ lamp: 'red', overseen: false })
    expect(mine?.reason).toBe((await getHome()).worse.find((news) => news.taskId === taskId)?.reasons[0])
    await system.call(oversightContract.saveOversight, office, {
      userId: leader.userId,
      agencyIds: [],
      taskIds: [taskId],
    })
    const after = await system.call(homeContract.listMatters, leader, {})
    expect(after.hasOversight).toBe(true)
    expect(after.matters[0]).toMatchObject({ taskId, overseen: true })
    expect(after.matters.slice(1).some(({ overseen }) => overseen)).toBe(false)
  })

  test('names whom to call once the agency has said so; a number that is none is refused', async () => {
    const contact = { agencyId: agencyIds.science, name: '沈小满', phone: '0717-1234567' }
    await system.call(organisationContract.saveContact, reviewer, contact)
    const { matters } = await system.call(homeContract.listMatters, leader, {})
    expect(matters[0]!.leads).toEqual([{ name: '县科技局', contact: '沈小满', phone: '0717-1234567' }])
    await expect(system.call(organisationContract.saveContact, finance, contact)).rejects.toThrow(
      '只能填写本单位的联络员',
    )
    await expect(system.call(organisationContract.saveContact, office, { ...contact, phone: '110' })).rejects.toThrow(
      '电话',
    )
    expect(await system.call(organisationContract.listContacts, finance, {})).toEqual([])
  })
})

describe('a note', () => {
  test('reaches the lead agency and the office, and waits for an answer', async () => {
    const { notes } = await system.call(noteContract.writeNote, leader, { taskId, text: '本周内拿出补建方案。' })
    expect(notes).toMatchObject([{ text: '本周内拿出补建方案。', answers: [], waitsFor: ['县科技局'] }])
    for (const actor of [reporter, reviewer, office])
      expect(await titlesOf(actor)).toContain(`${leader.name}对“建设科技服务站”作出批示`)
    expect((await getHome(reporter)).todos[0]).toMatchObject({ kind: 'note', link: `/tasks/${taskId}` })
    expect((await getHome()).notes).toEqual({ all: 1, open: 1 })
  })

  test('is answered by the lead agency alone; the leader is told', async () => {
    const [note] = await system.call(noteContract.listNotes, leader, {})
    const answer = { noteId: note!.id, text: '已选址三处，2月底前开工。' }
    await expect(system.call(noteContract.answerNote, finance, answer)).rejects.toThrow('不是发给本单位的')
    const { notes } = await system.call(noteContract.answerNote, reporter, answer)
    expect(notes[0]).toMatchObject({ answers: [{ text: answer.text, agencyName: '县科技局' }], waitsFor: [] })
    expect(await titlesOf(leader)).toContain('“建设科技服务站”的批示有回复')
    expect((await getHome(reporter)).todos.map(({ kind }) => kind)).not.toContain('note')
  })

  test('is read by those it concerns, by nobody else', async () => {
    const read = (actor = office) => system.call(noteContract.listTaskNotes, actor, { taskId })
    for (const actor of [office, leader, auditor, reviewer]) expect((await read(actor)).notes).toHaveLength(1)
    for (const actor of [finance, observer, { ...leader, userId: 'another' }])
      expect((await read(actor)).notes).toHaveLength(0)
    expect((await read(observer)).can.writeNote.allowed).toBe(false)
  })
})
