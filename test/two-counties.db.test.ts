import { getTableConfig } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, actorOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { insertUser } from '#modules/office/accounts/server/index.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { nameOnly } from '#modules/office/organisations/domain/agency.ts'
import { storeAgency } from '#modules/office/organisations/server/index.ts'
import { meetingContract } from '#modules/programme/meetings/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { inventedPlan } from '#modules/programme/plans/server/invented-plan.fixture.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { withMonthlyOrder } from '#modules/programme/reports/server/reporting.fixture.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { openCounty } from './county.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const here = people.office.divisionCode
const there = '470327'
const counties = [here, there]
const agency = {
  ...nameOnly,
  kind: 'government' as const,
}

const morning = (day: string) => {
  clock.now = new Date(`${day}T02:00:00Z`)
}

/** A second county in the same house, with those its programme needs. */
async function settle(divisionCode: string): Promise<Record<'office' | 'reporter' | 'administrator', Actor>> {
  const agencyId = newId()
  return db.transaction(async (tx) => {
    await storeAgency(
      { tx, now: clock.now, by: '测试' },
      { ...agency, id: agencyId, divisionCode, name: '邻禾县科学技术局', shortName: '县科技局' },
    )
    await storeAgency(
      { tx, now: clock.now, by: '测试' },
      { ...agency, id: newId(), divisionCode, name: '邻禾县财政局', shortName: '县财政局' },
    )
    await storeAgency(
      { tx, now: clock.now, by: '测试' },
      { ...agency, id: newId(), divisionCode, name: '各乡镇', kind: 'group' },
    )
    const hire = async (role: 'office' | 'reporter' | 'administrator'): Promise<Actor> => {
      const own = role === 'reporter' ? agencyId : null
      const account = { username: `lin-${role}`, name: `邻县${role}`, role, agencyId: own, divisionCode }
      const terms = { passwordHash: '', mustChangePassword: false, sample: false }
      const user = await insertUser(tx, { ...account, ...terms }, clock.now)
      return actorOf({ userId: user.id, name: account.name }, user.mandate)
    }
    return {
      office: await hire('office'),
      reporter: await hire('reporter'),
      administrator: await hire('administrator'),
    }
  })
}

async function run(office: Actor, text: string): Promise<string> {
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId =
    (await system.call(planContract.listHandIns, office, {})).find(({ id }) => id === receipt.id)?.planId ?? ''
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf: null })
  return (await system.call(programmeContract.listProgrammes, office, {}))[0]?.id ?? ''
}

const countIn = async (table: string, day: string): Promise<Record<string, number>> => {
  const { rows } = await db.execute<{ county: string; n: number }>(
    `select division_code as county, count(*)::int as n from ${table} where ${day} group by 1 order by 1`,
  )
  return Object.fromEntries(rows.map(({ county, n }) => [county, n]))
}

const titlesOf = async (person: Actor) =>
  (await system.call(noticeContract.listNotices, person, {})).notices.map(({ title }) => title)

let neighbours: Record<'office' | 'reporter' | 'administrator', Actor>
beforeAll(async () => {
  morning('2026-03-03')
  await system.jobs.drain()
  neighbours = await settle(there)
  await run(people.office, withMonthlyOrder(inventedPlan))
  await run(neighbours.office, withMonthlyOrder(inventedPlan).replaceAll('澄禾', '邻禾'))
})

describe('two counties in one house', () => {
  test('every schedule is for the house, or says for which counties it is', () => {
    const schedules = system.modules.flatMap((module) => module.schedules ?? [])
    expect(schedules.length).toBeGreaterThan(6)
    expect(
      schedules.filter(({ job }) => Boolean(job.ofHouse) === Boolean(job.counties)).map(({ job }) => job.name),
    ).toEqual([])
  })

  test('the clock works for both: lamps are kept, proposals worked out, agencies reminded', async () => {
    morning('2026-03-17')
    await system.jobs.drain()
    expect(Object.keys(await countIn('lamps.kept_day', `day = '2026-03-16'`))).toEqual(counties)
    expect(Object.keys(await countIn('supervision.proposal_run', `ran_on = '2026-03-17'`))).toEqual(counties)
    expect(Object.keys(await countIn('notices.notice', `kind = 'statementDue'`))).toEqual(counties)
    for (const reporter of [people.reporter, neighbours.reporter])
      expect(await titlesOf(reporter)).toContain('2026年3月报送还剩 3 个工作日')
  })

  test('a county whose work fails stops no other, and its own administrators hear of it', async () => {
    await db.execute(
      `alter table lamps.kept_day add constraint broken check (division_code <> '${here}' or day < '2026-03-17')`,
    )
    morning('2026-03-18')
    await system.jobs.drain()
    expect(await countIn('lamps.kept_day', `day = '2026-03-17'`)).toEqual({ [there]: 1 })
    for (let minute = 1; minute < 4; minute++) {
      clock.now = new Date(clock.now.getTime() + 60_000)
      await system.jobs.drain()
    }
    const failing = async (person: Actor) =>
      (await system.call(noticeContract.listFailedJobs, person, {})).map(({ id, title }) => ({ id, title }))
    const [failed, ...others] = await failing(people.administrator)
    expect([failed?.title, others]).toEqual(['留存每日亮灯', []])
    expect(await failing(neighbours.administrator)).toEqual([])
    const retried = system.call(noticeContract.retryJob, neighbours.administrator, { jobId: failed?.id ?? '' })
    await expect(retried).rejects.toThrow('没有这项失败的任务')
    await db.execute('alter table lamps.kept_day drop constraint broken')
    await system.call(noticeContract.retryJob, people.administrator, { jobId: failed?.id ?? '' })
    await system.jobs.drain()
    expect(Object.keys(await countIn('lamps.kept_day', `day = '2026-03-17'`))).toEqual(counties)
  })

  test('the same id may be another row of another owner, and reaches none but the own', async () => {
    const [own] = await system.call(programmeContract.listProgrammes, people.office, {})
    await db.execute(`insert into programmes.programme
      select (jsonb_populate_record(p, '{"division_code": "${there}", "title": "同号方案"}')).* from programmes.programme p where id = '${own!.id}'`)
    const titleFor = async (office: Actor) =>
      (await system.call(programmeContract.listProgrammes, office, {})).find(({ id }) => id === own!.id)?.title
    const tasksFor = async (office: Actor) =>
      (await system.call(programmeContract.listTaskNames, office, { programmeId: own!.id })).length
    expect([await titleFor(people.office), await titleFor(neighbours.office)]).toEqual([own!.title, '同号方案'])
    expect([await tasksFor(people.office), await tasksFor(neighbours.office)]).toEqual([4, 0])
    await db.execute(`delete from programmes.programme where title = '同号方案'`)
  })
})

describe('what a county names of another owner', () => {
  test('is declared wherever a column says whose the named row is', async () => {
    const { rows } = await db.execute<{ name: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
        where data_type = 'character' and character_maximum_length = 6 and column_name <> 'division_code'
        and table_schema not in ('information_schema', 'pg_catalog') order by 1`,
    )
    const declared = system.modules
      .flatMap((module) => module.references ?? [])
      .map(({ division }) => {
        const { schema, name } = getTableConfig(division.table)
        return `${schema}.${name}.${division.name}`
      })
    expect(declared.sort()).toEqual(rows.map(({ name }) => name))
  })

  const city = '470300'
  const [bureau, unnamed] = [newId(), newId()]

  test('is an agency of a division above a plan speaks of, by division and id; others it cannot name', async () => {
    await db.transaction(async (tx) => {
      await storeAgency(
        { tx, now: clock.now, by: '测试' },
        {
          ...agency,
          id: bureau,
          divisionCode: city,
          name: '泽宁市农业农村局',
          shortName: '市农业农村局',
        },
      )
      await storeAgency(
        { tx, now: clock.now, by: '测试' },
        { ...agency, id: unnamed, divisionCode: there, name: '邻禾县审计局' },
      )
    })
    const text = inventedPlan
      .replaceAll('科技惠农', '兴农')
      .replace(
        '（牵头单位：县科技局；责任单位：县财政局）\n\n二',
        '（牵头单位：泽宁市农业农村局；责任单位：县财政局）\n\n二',
      )
    const programmeId = await run(people.office, text)
    const tasks = await system.call(programmeContract.listTaskNames, people.office, { programmeId })
    const task = tasks.find(({ leads }) => leads.some(({ agencyId }) => agencyId === bureau))
    const { rows } = await db.execute(
      'select division_code, agency_id, agency_division from organisations.agency_above',
    )
    expect(rows).toEqual([{ division_code: here, agency_id: bureau, agency_division: city }])
    const order = {
      programmeId,
      taskId: task?.id ?? '',
      agencyId: bureau,
      assistIds: [],
      level: 'order' as const,
      matter: '进度滞后',
      source: '专班会议',
      requirement: '请整改。',
      dueOn: '2027-03-01',
      words: '',
    }
    const registered = await system.call(supervisionContract.registerOrder, people.office, order)
    expect(registered.host).toBe('泽宁市农业农村局')
    const foreign = system.call(supervisionContract.registerOrder, people.office, { ...order, agencyId: unnamed })
    await expect(foreign).rejects.toThrow('单位')
    const meeting = {
      programmeId,
      seriesKey: null,
      kind: 'other' as const,
      title: '专题会',
      heldOn: '2026-12-25',
      startsAt: null,
      place: null,
      chair: null,
    }
    const { id: meetingId } = await system.call(meetingContract.planMeeting, people.office, meeting)
    const invite = (agencyId: string) =>
      system.call(meetingContract.setParticipants, people.office, {
        meetingId,
        agencyIds: [agencyIds.science, agencyId],
      })
    await invite(bureau)
    await expect(invite(unnamed)).rejects.toThrow('单位')
  })

  test('is looked for every day, and the administrators hear once of what is gone', async () => {
    morning('2026-03-20')
    await system.jobs.drain()
    const heard = async () => (await titlesOf(people.administrator)).filter((title) => title.includes('引用'))
    expect(await heard()).toEqual([])
    await db.execute(`delete from organisations.agency where division_code = '${city}'`)
    for (const day of ['2026-03-21', '2026-03-22']) {
      morning(day)
      await system.jobs.drain()
    }
    expect(await heard()).toEqual(['1 处引用查不到原记录'])
    expect((await titlesOf(neighbours.administrator)).filter((title) => title.includes('引用'))).toEqual([])
  })
})
