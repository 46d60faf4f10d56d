import { describe, expect, test } from 'vitest'
import { accountContract } from '#modules/office/accounts/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { inventedPlan } from '#modules/programme/plans/server/invented-plan.fixture.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { runInventedPlan } from '#modules/programme/supervision/server/supervision.fixture.ts'
import { openCounty } from './county.ts'

const county = await openCounty()
const { system, db, people, agencyIds } = county
const { office, administrator } = people
const { programmeId, tasks } = await runInventedPlan(county)

/** The same asked by so many at once: how many were taken, and what the others were told. */
async function atOnce(ask: (nth: number) => Promise<unknown>, times = 5) {
  const ended = await Promise.allSettled(Array.from({ length: times }, (_, nth) => ask(nth)))
  const told = ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.message)] : []))
  return { taken: times - told.length, told: [...new Set(told)] }
}

const countOf = async (query: string): Promise<number> => Number((await db.execute(query)).rows[0]?.['n'])
const hand = async (text: string) => {
  const { id } = await system.call(planContract.handInText, office, { text })
  return () => system.call(planContract.listHandIns, office, {}).then((all) => all.find((one) => one.id === id))
}

describe('the same at once ends in one, and the others are told', () => {
  test('a matter', async () => {
    const input = {
      programmeId,
      taskId: tasks[0]!.id,
      agencyId: agencyIds.science,
      assistIds: [],
      level: 'order' as const,
      matter: '进度滞后',
      source: '专班会议',
      requirement: '请整改。',
      dueOn: '2027-03-01',
      words: '',
    }
    const { taken, told } = await atOnce(() => system.call(supervisionContract.registerOrder, office, input))
    expect({ taken, told }).toEqual({ taken: 1, told: [expect.stringContaining('已有在办的督办事项')] })
    expect(await countOf('select count(*) as n from supervision.order')).toBe(1)
  })

  test('a user name', async () => {
    const input = { username: 'tongming', name: '同名', role: 'observer' as const, agencyId: null, reason: '新到岗' }
    const { taken, told } = await atOnce(() => system.call(accountContract.createUser, administrator, input))
    expect({ taken, told }).toEqual({ taken: 1, told: [expect.stringContaining('tongming')] })
    expect(await countOf(`select count(*) as n from accounts.user where username = 'tongming'`)).toBe(1)
  })

  test('a plan handed in', async () => {
    const receipts = await Promise.all(Array.from({ length: 4 }, () => hand(`${inventedPlan}\n（同一份）`)))
    await system.background.idle()
    const ended = await Promise.all(receipts.map((receipt) => receipt()))
    expect(new Set(ended.map((one) => one?.planId)).size).toBe(1)
    expect(await countOf(`select count(*) as n from plans.plan where state = 'draft'`)).toBe(1)
  })

  test('a plan published', async () => {
    const [draft] = (await db.execute<{ id: string }>(`select id from plans.plan where state = 'draft'`)).rows
    const { revision } = await system.call(planContract.getPlan, office, { planId: draft!.id })
    const input = { planId: draft!.id, revision, newIssueOf: null }
    const { taken, told } = await atOnce(() => system.call(planContract.publishPlan, office, input))
    expect(taken).toBe(1)
    expect(told.filter((sentence) => !sentence.includes('请'))).toEqual([])
  })

  test('an issue that replaces another', async () => {
    const [earlier] = (await db.execute<{ id: string }>(`select id from plans.plan where state = 'published' limit 1`))
      .rows
    const receipts = [await hand(`${inventedPlan}\n（新版甲）`), await hand(`${inventedPlan}\n（新版乙）`)]
    await system.background.idle()
    const drafts = await Promise.all(receipts.map((receipt) => receipt()))
    const views = await Promise.all(
      drafts.map((one) => system.call(planContract.getPlan, office, { planId: one?.planId ?? '' })),
    )
    const { taken } = await atOnce((nth) => {
      const { id, revision } = views[nth]!
      return system.call(planContract.publishPlan, office, { planId: id, revision, newIssueOf: earlier!.id })
    }, 2)
    expect(taken).toBe(1)
    expect(
      await countOf(
        `select count(*) as n from (select series_id, version from plans.plan where state <> 'draft' group by 1, 2 having count(*) > 1) as doubled`,
      ),
    ).toBe(0)
  })
})
