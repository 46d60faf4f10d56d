import { expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { compileText } from '#modules/programme/plans/server/index.ts'
import { compileMinutes } from './compile-minutes.ts'
import { knownNames } from './minutes.fixture.ts'

const on = '2026-09-25'
const compile = (text: string) =>
  compileMinutes({ text, paragraphs: compileText(text, on, knownNames), on, calendar: workingCalendar() })
const wordsOf = (text: string) => compile(text).decisions.map(({ words }) => words)

const items = ['加快青禾大桥施工进度，确保雨季前合龙', '将养护经费列入明年预算', '成立超限治理专班', '完善群众举报渠道']

const openers = [
  '会议议定如下：', '经研究，议定如下事项：', '会议明确：', '会议经研究决定：', '会议要求：', '会议形成一致意见：', '会议达成以下共识：',
  '现将会议议定事项纪要如下。',
] // biome-ignore format: a list

const cn = ['一', '二', '三', '四']
/** [what stands before the n-th item, what ends each but the last, what ends the last] */
const marks: readonly (readonly [mark: (n: number) => string, between: string, end: string])[] = [
  [(n) => `${cn[n]}是`, '；', '。'],
  [(n) => `${cn[n]}是`, '。', '。'],
  [(n) => `${cn[n]}要`, '；', '。'],
  [(n) => `第${cn[n]}，`, '。', '。'],
  [(n) => `第${cn[n]}、`, '。', '。'],
  [(n) => `其${cn[n]}，`, '。', '。'],
  [(n) => ['首先，', '其次，', '再次，', '最后，'][n] ?? '', '。', '。'],
  [(n) => `${cn[n]}、`, '。', '。'],
  [(n) => `（${cn[n]}）`, '；', '。'],
  [(n) => `${n + 1}.`, '。', '。'],
  [(n) => `${n + 1}．`, '；', '。'],
  [(n) => `${n + 1}、`, '。', '。'],
  [(n) => `${n + 1}：`, '。', '。'],
  [(n) => `（${n + 1}）`, '；', '。'],
  [(n) => `${n + 1}）`, '；', '。'],
  [(n) => '①②③④'[n] ?? '', '；', '。'],
  [(n) => 'ⅠⅡⅢⅣ'[n] ?? '', '。', '。'],
  [(n) => `${'ABCD'[n]}.`, '。', '。'],
  [(n) => `事项${cn[n]}：`, '。', '。'],
  [() => '——', '。', '。'],
  [() => '●', '。', '。'],
  [() => '✓ ', '。', '。'],
] // biome-ignore format: a table

const ways = openers.flatMap((opener) =>
  marks.flatMap((way) => ['\n', ''].map((lineEnd) => ({ opener, first: way[0](0), way, lineEnd }))),
)

test.each(ways)('$opener $first… every item is a decision', ({ opener, way: [mark, between, end], lineEnd }) => {
  const list = items.map((words, n) => `${mark(n)}${words}${n === items.length - 1 ? end : between}`)
  const text = `关于农村公路建设的会议纪要\n\n${opener}${lineEnd}${list.join(lineEnd)}\n会议强调，各单位要高度重视。\n`
  expect(wordsOf(text)).toEqual(items)
})

test.each(openers.map((opener) => `${opener}\n`))('%s lines without any mark are items too', (opener) => {
  expect(wordsOf(`会议纪要\n${opener}${items.map((words) => `${words}。`).join('\n')}\n散会。\n`)).toEqual(items)
})

test('marks part items at commas, and every item keeps its own owner and day', () => {
  const text =
    '会议议定：一是县财政局10月底前拨付养护经费，二是县科技局11月15日前更新站点名录，三是各乡镇要排查隐患。\n'
  expect(compile(text).decisions.map(({ words, owners, due }) => [words, owners[0]?.name, due?.on ?? null])).toEqual([
    ['县财政局10月底前拨付养护经费', '县财政局', '2026-10-31'],
    ['县科技局11月15日前更新站点名录', '县科技局', '2026-11-15'],
    ['各乡镇要排查隐患', '各乡镇', null],
  ])
})

test('a weekly meeting: spoken items under a numbered resolution, the reasons go on with their item', () => {
  const text = `澄禾县防汛工作调度会纪要
时间：2026年9月25日
会议听取了各乡镇汛情汇报。
会议议定如下：
一是全面排查险工险段。重点是青禾河沿岸。
涉及三个乡镇的，由专班统一安排。
二是备足抢险物资；三是严格值班值守。
会议强调，要压实责任。
澄禾县人民政府办公室
2026年9月26日
`
  expect(wordsOf(text)).toEqual([
    '全面排查险工险段。重点是青禾河沿岸。涉及三个乡镇的，由专班统一安排',
    '备足抢险物资',
    '严格值班值守',
  ])
})

test('what looks like a heading and heads nothing is an item of the list', () => {
  const text =
    '二、议定事项\n1.做好汛期值班工作。\n2.推进河道清淤工作。\n3.县财政局10月底前拨付经费。\n4.加强隐患排查工作\n'
  expect(wordsOf(text)).toEqual([
    '做好汛期值班工作',
    '推进河道清淤工作',
    '县财政局10月底前拨付经费',
    '加强隐患排查工作',
  ])
})

test('an item that only tells what was said ends no list', () => {
  const text = '会议议定以下事项：\n一、同意选址方案。\n二、会议指出，转化是短板。要主动作为。\n三、建立月报制度。\n'
  expect(wordsOf(text)).toEqual(['同意选址方案', '建立月报制度'])
})

test.each(['9:30开始施工', '1.2亿元资金足额到位', '第一季度完成验收', '一二期工程同步推进', '10月底前完成清淤'])(
  '%s begins with no mark',
  (words) => expect(wordsOf(`会议议定如下：\n${words}。\n`)).toEqual([words]),
)
