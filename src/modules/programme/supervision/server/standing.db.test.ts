import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { nameOnly } from '#modules/office/organisations/domain/agency.ts'
import { storeAgency } from '#modules/office/organisations/server/index.ts'
import { readDocument } from '#platform/reading/read-document.ts'
import { openCounty } from '../../../../../test/county.ts'
import { supervisionContract as ops } from '../contract.ts'
import { usualIssuing } from '../domain/issuing.ts'
import { usualRequirement } from '../domain/usual-words.ts'
import { runInventedPlan } from './supervision.fixture.ts'
import { orders } from './tables.ts'

const county = await openCounty()
const { system, people, agencyIds, clock, db } = county
const { office } = people
const { programmeId, tasks } = await runInventedPlan(county)
const tax = newId()
const divisionCode = office.divisionCode

const storeTax = (standing: 'below' | null) =>
  db.transaction((tx) =>
    storeAgency(
      { tx, now: clock.now, by: '测试' },
      { ...nameOnly, id: tax, divisionCode, name: '国家税务总局澄禾县税务局', kind: 'vertical', standing },
    ),
  )
beforeAll(() => storeTax(null))

interface Given {
  agencyId: string
  assistIds?: string[]
  requirement?: string
}

async function send({ agencyId, assistIds = [], requirement = usualRequirement('order', 'below') }: Given) {
  await db.update(orders).set({ state: 'withdrawn' })
  const terms = { requirement, dueOn: '2027-02-26', words: '' }
  const { id: orderId } = await system.call(ops.registerOrder, office, {
    programmeId, taskId: tasks[0]!.id, agencyId, assistIds, level: 'order', matter: tasks[0]!.title, source: '县政府专题会', ...terms,
  }) // biome-ignore format: one order
  return { orderId, page: await system.call(ops.issueOrder, office, { orderId, ...terms }) }
}

const textOf = async (paperId: string) => {
  const file = (await system.call(ops.getPaper, office, { paperId })) as { bytes: Uint8Array; name: string }
  return { name: file.name, text: (await readDocument(file)).text }
}

describe('whom the county does not lead', () => {
  test('two letters leave for a bureau of the county and the tax office, neither naming the other as ordered', async () => {
    const { page } = await send({ agencyId: agencyIds.finance, assistIds: [tax, agencyIds.science] })
    expect(page.papers.map(({ title, number }) => [title, number])).toEqual([
      ['督办单', '澄政督〔2026〕1号'],
      ['商请函', '澄政办函〔2026〕1号'],
    ])
    const [order, letter] = await Promise.all(page.papers.map(({ id }) => textOf(id)))
    expect(order!.text).toContain('县科学技术局')
    expect(order!.text).not.toContain('税务局')
    expect(letter!.text).toContain('国家税务总局澄禾县税务局：')
    expect(letter!.text).toContain('明确由澄禾县财政局承办、贵单位协助')
    expect(letter!.text).toMatch(/请于2027年2月26日前函复为盼。/u)
    expect(letter!.text).not.toMatch(/你单位|催办|督办|整改/u)
    expect(letter!.name).toMatch(/^商请函 澄政办函〔2026〕1号/u)
  })

  test('a case entered as an order becomes a letter, is asked again, and never climbs to a circular', async () => {
    const { orderId, page } = await send({ agencyId: tax, assistIds: [agencyIds.finance] })
    expect(page).toMatchObject({ level: 'prompt', standing: 'beside', number: '澄政办函〔2026〕2号' })
    expect(page.requirement).toBe(usualRequirement('prompt', 'beside'))
    expect(page.papers.map(({ title }) => title)).toEqual(['商请函', '工作提示函'])
    expect(page.nextPapers.map(({ kind }) => kind)).toEqual(['urge'])
    const terms = { orderId, requirement: page.requirement, dueOn: '2027-02-26', words: '', interview: null }
    await expect(system.call(ops.escalateOrder, office, { ...terms, kind: 'order' })).rejects.toThrow(
      '不隶属于发文机关',
    )
    const again = await system.call(ops.escalateOrder, office, { ...terms, kind: 'urge' })
    const { text } = await textOf(again.papers.at(-2)!.id)
    expect(text).toContain('关于再次商请推进')
    expect(text).toContain('此前已去函（澄政办函〔2026〕2号）')
    const draft = await system.call(ops.draftCircular, office, { programmeId })
    expect(JSON.stringify(draft)).not.toContain('税务局')
  })

  test('what the register says by hand decides', async () => {
    await storeTax('below')
    expect((await send({ agencyId: tax })).page).toMatchObject({ level: 'order', standing: 'below' })
    await storeTax(null)
  })
})

describe('numbers', () => {
  test('the first letter of a year is the first of its series', async () => {
    clock.now = new Date('2027-01-01T02:00:00Z')
    const { page } = await send({ agencyId: tax })
    expect(page.number).toBe('澄政办函〔2027〕1号')
  })

  test('another organ signs from its day on, in its own series; what a department may not order it asks', async () => {
    const view = await system.call(ops.getSettings, office, { programmeId })
    const settings = { ...view.settings, ...usualIssuing('澄禾县科学技术局', '澄禾县') }
    const asked = { programmeId, settings, reason: '自新年起由科技局发文' }
    await expect(system.call(ops.saveSettings, office, { ...asked, issuesFrom: '2026-12-31' })).rejects.toThrow(
      '那天已过',
    )
    const saved = await system.call(ops.saveSettings, office, { ...asked, issuesFrom: '2027-01-10' })
    expect(saved).toMatchObject({ settings: { prefix: '澄政' }, coming: { prefix: '澄科', from: '2027-01-10' } })
    expect((await send({ agencyId: agencyIds.finance })).page.number).toBe('澄政督〔2027〕1号')
    clock.now = new Date('2027-01-10T02:00:00Z')
    const { page } = await send({ agencyId: agencyIds.finance })
    expect(page).toMatchObject({ number: '澄科函〔2027〕1号', standing: 'beside' })
    expect((await textOf(page.papers[0]!.id)).text).toContain('澄禾县科学技术局')
  })

  test('numbers used on paper are passed over and told, and never given again', async () => {
    const pass = (last: number) =>
      system.call(ops.passOverNumbers, office, { programmeId, form: 'consult', last, reason: '线下已用' })
    const { series } = await pass(12)
    expect(series.find(({ form }) => form === 'consult')).toEqual({
      form: 'consult',
      next: '澄科函〔2027〕13号',
      missing: '2—12',
    })
    await expect(pass(12)).rejects.toThrow('本年已编到 12 号')
    expect((await send({ agencyId: agencyIds.finance })).page.number).toBe('澄科函〔2027〕13号')
  })

  test('a park signs for itself: bureaus of the county are asked, its own are ordered', async () => {
    const own = newId()
    const store = { ...nameOnly, id: own, divisionCode, name: '澄禾经济开发区科技创新局', kind: 'government' as const }
    await db.transaction((tx) => storeAgency({ tx, now: clock.now, by: '测试' }, store))
    const view = await system.call(ops.getSettings, office, { programmeId })
    const settings = { ...view.settings, ...usualIssuing('澄禾经济开发区管理委员会', '澄禾县') }
    await system.call(ops.saveSettings, office, { programmeId, settings, issuesFrom: null, reason: '由管委会发文' })
    expect((await send({ agencyId: own })).page.number).toBe('澄经管督〔2027〕1号')
    expect((await send({ agencyId: agencyIds.finance })).page.number).toBe('澄经管函〔2027〕1号')
    expect(await db.select().from(orders).where(eq(orders.standing, 'above'))).toEqual([])
  })
})

test('a paper of a case entered by hand states how things stand on the day it goes out', async () => {
  clock.now = new Date('2027-02-20T02:00:00Z')
  const { page } = await send({ agencyId: agencyIds.science })
  const { text } = await textOf(page.papers[0]!.id)
  expect(text).toMatch(/连续 \d+ 期没有报送/u)
})
