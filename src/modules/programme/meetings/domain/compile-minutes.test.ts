import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { compileText } from '#modules/programme/plans/server/index.ts'
import { type CompiledMinutes, compileMinutes } from './compile-minutes.ts'
import { knownNames, minutesSamples } from './minutes.fixture.ts'

const compile = (text: string, on: string): CompiledMinutes =>
  compileMinutes({ text, paragraphs: compileText(text, on, knownNames), on, calendar: workingCalendar() })

describe.each(minutesSamples)('$style', ({ text, on, decisions }) => {
  const compiled = compile(text, on)

  test('every decision is found once and nothing else', () => {
    expect(compiled.decisions.map(({ words }) => words)).toEqual(
      decisions.map(({ has }) => expect.stringContaining(has)),
    )
  })

  test('owners and days are those of the text', () => {
    expect(compiled.decisions.map(({ owners }) => owners.map(({ name }) => name).sort())).toEqual(
      decisions.map(({ owners }) => [...owners].sort()),
    )
    expect(compiled.decisions.map(({ due }) => due?.on ?? null)).toEqual(decisions.map((one) => one.on))
  })
})

test('what a meeting only heard or stressed is no decision', () => {
  const text = '会议听取了县科技局的汇报。会议强调，各乡镇要高度重视，强化协同。会议认为，总体进展平稳。'
  expect(compile(text, '2026-09-25').decisions).toEqual([])
})

test('a label outranks what the sentence says', () => {
  const text = '会议议定以下事项：\n1.县科技局于10月底前报方案。（责任单位：县财政局；完成时限：9月30日前）\n'
  const [only] = compile(text, '2026-09-25').decisions
  expect(only?.owners.map(({ name }) => name)).toEqual(['县财政局'])
  expect(only?.due?.on).toBe('2026-09-30')
})

test('a day without its year lies after the meeting', () =>
  expect(compile('会议要求，县财政局要在2月底前拨付到位。', '2026-11-25').decisions[0]?.due?.on).toBe('2027-02-28'))

test('every span of what is read lies in the text, and the owner and the day stand where their spans point', () => {
  const part = fc.constantFrom(
    '会议议定，',
    '由县科技局牵头，',
    '会同县财政局',
    '一、',
    '（二）',
    '责任单位：县人社局',
    '10月底前',
    '完成验收。',
    '\n',
    '\t',
    '；',
    '（完成时限：本月底前）',
    '青禾镇——',
    '会议指出，',
    '各乡镇要',
    '　',
    '2026年11月6日',
    '１．',
    '出席：',
    '一个月内',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
      const text = parts.join('')
      for (const decision of compile(text, '2026-11-06').decisions) {
        const spans = [
          decision.span,
          ...decision.owners.map(({ span }) => span),
          ...(decision.due ? [decision.due.span] : []),
        ]
        for (const [start, end] of spans) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        for (const { name, span } of decision.owners)
          expect(
            text
              .slice(...span)
              .normalize('NFKC')
              .replace(/\s/g, ''),
          ).toContain(name.normalize('NFKC'))
      }
    }),
  )
})

test('who convened and who was there is no decision', () => {
  const text =
    '2026年6月26日上午，江怀远同志在县政府主持召开专班第二次协调会，县科技局、县财政局、县委组织部负责同志参加。\n（一）数据比对。县科技局会同县财政局，7月20日前完成比对规则。\n'
  const { decisions } = compile(text, '2026-06-26')
  expect(decisions.map(({ words, topic, due }) => [topic, words, due?.on])).toEqual([
    ['数据比对', '县科技局会同县财政局，7月20日前完成比对规则', '2026-07-20'],
  ])
})

test('a heading speaks for what stands under it, not for the next item of its own level', () => {
  const text =
    '会议议定：\n一、关于科技特派员\n（一）县科技局要在明年1月底前拿出办法。\n二、请县融媒体中心跟进宣传报道。\n'
  expect(compile(text, '2026-11-25').decisions.map(({ topic, due }) => [topic, due?.on ?? null])).toEqual([
    ['关于科技特派员', '2027-01-31'],
    [null, null],
  ])
})
