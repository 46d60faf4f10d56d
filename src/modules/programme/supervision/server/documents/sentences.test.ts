import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { readSentence } from '#kernel/forbidden.fixture.ts'
import { Standing } from '#modules/office/organisations/contract.ts'
import { lettersFor } from '../../domain/addressing.ts'
import { draftCircularText } from '../../domain/circular-words.ts'
import { anOrder } from '../../domain/order.fixture.ts'
import { type Order, OrderLevel, OrderState } from '../../domain/order.ts'
import { formOfPaper, type Paper } from '../../domain/paper.ts'
import { factsOf, propose, type TaskProgress } from '../../domain/propose.ts'
import { defaultSettings } from '../../domain/settings.ts'
import { listAgencyProgress } from '../../domain/standings.ts'
import { todosOfHost, todosOfOffice } from '../../domain/todos.ts'
import { assistRequirement, usualRequirement } from '../../domain/usual-words.ts'
import { letter } from './letter.ts'
import { orderForm } from './order-form.ts'

const today = '2026-11-22'
const day = fc.constantFrom(
  '2025-12-31',
  '2026-01-01',
  '2026-10-21',
  '2026-11-15',
  '2026-11-21',
  today,
  '2026-12-04',
  '2027-02-26',
)
const standing = fc.constantFrom(...Standing.options)
const reason = fc.constantFrom(
  '截至9月30日为 3 家，差 4 家。',
  '节点“选址”3月31日到期，至今没有办结',
  '“专利”超过 180 天没有新数据。',
)
const host = { below: '澄禾县财政局', beside: '国家税务总局澄禾县税务局', above: '泽宁市人民政府' }
const task: fc.Arbitrary<TaskProgress> = fc.record({
  taskId: fc.constant(anOrder().taskId),
  title: fc.constantFrom('1 建设科技服务站', '（三）加强“一镇一站”建设'),
  hosts: fc.subarray(Object.keys(host)),
  lamp: fc.constantFrom('green', 'yellow', 'red', 'grey'),
  sinceOn: fc.option(day),
  reasons: fc.uniqueArray(reason, { maxLength: 3 }),
  missed: fc.array(fc.record({ agencyId: fc.constantFrom(...Object.keys(host)), cycles: fc.constantFrom(['2026年10月'], ['2026年9月', '2026年10月']), lastDueOn: day }), { maxLength: 2 }),
}) // biome-ignore format: one task
const order: fc.Arbitrary<Order> = fc
  .record({
    standing,
    level: fc.constantFrom(...OrderLevel.options),
    state: fc.constantFrom(...OrderState.options),
    dueOn: day,
    issuedOn: fc.option(day),
    number: fc.option(fc.constant('澄政督〔2026〕3号')),
    urges: fc.nat(3),
    matter: fc.constantFrom('1 建设科技服务站', '站点建设滞后'),
  })
  .map((given) => anOrder({ ...given, agencyId: given.standing }))
const names = new Map(Object.entries(host))
const settings = defaultSettings({ divisionName: '澄禾县', issuer: '澄禾县人民政府办公室', limit: undefined, supervises: { value: 'quarter', quote: '一季一督办' }, reports: undefined }) // biome-ignore format: one call

const words = (text: string) => text.split('\n').forEach(readSentence)

/** Words of orders that nobody may read who is not led by who signs. */
const commanding = /你单位|催办|督办|整改|务必|责令/u

test('no sentence of supervision says what a person would not', () => {
  fc.assert(
    fc.property(fc.array(task, { maxLength: 3 }), fc.array(order, { maxLength: 3 }), (tasks, orders) => {
      const standings = new Map(Standing.options.map((one) => [one, one] as const))
      const drafts = propose({ tasks, orders, standings, circularsOn: [], settings, calendar: workingCalendar(), today })
      for (const { grounds, level, agencyId } of drafts) {
        for (const { text } of grounds) words(text)
        if (agencyId !== null && agencyId !== 'below') expect(['prompt', 'urge']).toContain(level)
      }
      for (const one of orders) for (const text of factsOf(tasks[0], one, today)) words(text)
      for (const { title } of [...todosOfHost(orders, today), ...todosOfOffice({ programmeId: '', orders, asking: new Map(), proposals: 2 })]) words(title)
      const isLed = (id: string) => id === 'below'
      const rows = listAgencyProgress({ tasks, orders, names, isLed, today })
      const text = draftCircularText({ programme: '《澄禾县行动方案（2026—2028年）》', round: '', tasks, orders, standings: rows, names, isLed, today, dueOn: '2026-12-04' })
      for (const part of Object.values(text)) words(part)
      expect(`${text.problems}${rows.map(({ agency }) => agency)}`).not.toMatch(/税务局|泽宁市/u)
    }),
    { numRuns: 300 },
  )
}) // biome-ignore format: one property

test('every letter is written in the words due to whom it goes', () => {
  const parties = fc.record({ order, task, assists: fc.subarray([...Standing.options]), isFurther: fc.boolean() })
  fc.assert(
    fc.property(parties, ({ order: one, task: of, assists, isFurther }) => {
      const addressed = (stands: Standing) => ({ standing: stands, reason: '', agencyIds: [], names: [host[stands]] })
      const kind = one.standing === 'below' ? fc.sample(fc.constantFrom('prompt', 'urge', 'order'), { numRuns: 1, seed: one.urges })[0]! : isFurther ? 'urge' : 'prompt' // biome-ignore format: one choice
      const letters = lettersFor({ host: [addressed(one.standing)], assists: assists.filter((stands) => stands !== one.standing).map(addressed), kind: kind as OrderLevel, isFurther }) // biome-ignore format: one call
      expect(letters).toHaveLength(1 + new Set(assists.filter((stands) => stands !== one.standing)).size)
      for (const { to, assistsTo, ...sent } of letters) {
        const paper: Paper = {
          divisionCode: '470326', id: '', programmeId: '', orderId: null, kind: sent.kind, word: '', year: 2026, serial: 1, number: '澄政函〔2026〕1号', issuer: settings.issuer,
          issuedOn: today, issuedAt: new Date(0), issuedBy: '林若溪', dueOn: fc.sample(fc.option(fc.constant('2026-12-04')), 1)[0] ?? null,
          content: {
            programme: '《澄禾县行动方案》', matter: one.matter, source: '专题会', host: to.join('、'), standing: sent.standing, assists: sent.assists, circular: null, interview: null,
            ...(assistsTo !== null && { assistsTo }), ...(isFurther && one.number !== null && { after: one.number }), progress: factsOf(of, { ...one, level: 'prompt' }, today), urges: sent.kind === 'urge' ? one.urges + 1 : one.urges,
            requirement: assistsTo === null ? usualRequirement(sent.kind, sent.standing) : assistRequirement(assistsTo, sent.standing),
          },
        } // biome-ignore format: one paper
        const facts = { paper, order: null, entries: [] }
        const form = formOfPaper(paper)
        const { letter: written } = form === 'order' ? orderForm(facts) : letter(facts)
        const said = [written?.title ?? '', ...(written?.blocks ?? []).flatMap((block) => ('text' in block ? [block.text] : block.kind === 'form' ? block.rows.map(({ text }) => text) : []))] // biome-ignore format: one list
        for (const text of said.filter(Boolean)) words(text)
        if (sent.standing !== 'below') expect(said.join('\n').replaceAll(one.number ?? '-', '')).not.toMatch(commanding)
        if (form === 'petition') expect(said.at(-1)).toMatch(/妥否，请批示。$/u)
      }
    }),
    { numRuns: 300 },
  )
})
