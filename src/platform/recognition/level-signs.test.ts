import { expect, test } from 'vitest'
import { levelSigns } from './level-signs.ts'
import type { Sign } from './recogniser.ts'

const signsOf = (text: string, confidence = 0.99): Sign[] =>
  [...text].map((sign, i, all) => ({ text: sign, confidence, share: (i + 0.5) / all.length }))
const levelled = (text: string): string =>
  levelSigns(signsOf(text))
    .map((sign) => sign.text)
    .join('')

test.each([
  ['(县财政局牵头,县税务局配合)', '（县财政局牵头，县税务局配合）'],
  ['责任单位:县财政局;', '责任单位：县财政局；'],
  ['新增1,200家', '新增1,200家'],
  ['12:30前报送', '12:30前报送'],
  ['2026－2028年', '2026—2028年'],
  ['GB/T 9704 (2012)', 'GB/T 9704 (2012)'],
  ['澄政办发［2026」3号', '澄政办发〔2026〕3号'],
  ['行动计划（2026一2028年）', '行动计划（2026—2028年）'],
  ['三年行动计划（2026一', '三年行动计划（2026—'],
  ['一2028年）的通知', '—2028年）的通知'],
  ['2026年一季度', '2026年一季度'],
  ['专 精特新', '专精特新'],
  ['使用 GB 9704 标准', '使用GB 9704标准'],
  ['规模以上T业企业', '规模以上工业企业'],
  ['IT业和T业', 'IT业和工业'],
  ['峻工验收、险峻', '竣工验收、险峻'],
  ['科技文撑、浩大的制浩业', '科技支撑、浩大的制造业'],
  ['柔性引|进专家', '柔性引进专家'],
  ['发布时间:2026-03-2513:38', '发布时间：2026-03-25 13:38'],
  ['2026-03-251', '2026-03-251'],
  ['  ', ''],
])('%s is read as %s', (read, print) => {
  expect(levelled(read)).toBe(print)
})

test('a mark no line begins with is dust where it is unsure', () => {
  const [unsure, rest] = [signsOf('．', 0.4), signsOf('牵头单位：县财政局')]
  const words = (signs: Sign[]) =>
    levelSigns(signs)
      .map(({ text }) => text)
      .join('')
  expect(words([...unsure, ...rest])).toBe('牵头单位：县财政局')
  expect(words([...signsOf('．'), ...rest])).toBe('．牵头单位：县财政局')
  expect(words(unsure)).toBe('')
})

test('an ideograph seen twice in one place is one, and as unsure as the less sure of both', () => {
  const signs = signsOf('力争国家级特新企业')
  const again = signs.flatMap((sign) =>
    sign.text === '特' ? [sign, { ...sign, confidence: 0.4, share: sign.share + 0.02 }] : [sign],
  )
  const result = levelSigns(again)
  expect(result.map(({ text }) => text).join('')).toBe('力争国家级特新企业')
  expect(result.find(({ text }) => text === '特')?.confidence).toBe(0.4)
})
