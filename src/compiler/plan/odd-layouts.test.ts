import { expect, test } from 'vitest'
import { compilePlan } from './compile-plan.ts'

const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('、')

/** Title, lead agencies / participants of each task. */
const outline = (text: string): string[] =>
  compilePlan({ file: '方案.txt', text }).tasks.map(
    (task) => `${task.kind} ${task.number} ${task.title}: ${names(task.leads)} / ${names(task.participants)}`,
  )

const codes = (text: string): string[] => compilePlan({ file: '方案.txt', text }).diagnostics.map(({ code }) => code)

const HEAD = `东江县人民政府办公室关于印发东江县治水兴水实施方案（2027—2029年）的通知
东政办发〔2027〕5号
各乡镇人民政府，县政府有关部门：
《东江县治水兴水实施方案（2027—2029年）》已经县政府同意，现印发给你们，请认真组织实施。
东江县人民政府办公室
2027年3月2日
（此件公开发布）
东江县治水兴水实施方案（2027—2029年）
为加快治水兴水，保障群众饮水安全和防洪安全，制定本方案。
`

const PLAN = `${HEAD}一、总体要求
（一）指导思想。坚持节水优先、系统治理。
（二）工作目标。到2029年，建成生态河道30公里以上。
二、重点任务
（一）河道整治行动
1.清理岸线。拆除违建，新建驳岸12公里。（牵头单位：县水务局；责任单位：县城管局、各乡镇）
2.疏浚河床。每季度调度一次。（县水务局牵头，县财政局、县交通运输局按职责分工负责）
（二）城乡供水行动
3.改造管网。更换旧管，安装水表。（责任单位：县住建局、县水务集团）
4.保护水源。（县生态环境局负责）
三、保障措施
（一）加强组织领导。成立领导小组，每月召开一次会议。
（二）强化资金保障。统筹各类资金。`

const FOUND = [
  'task 1 清理岸线: 县水务局 / 县城管局、各乡镇',
  'task 2 疏浚河床: 县水务局 / 县财政局、县交通运输局',
  'task 3 改造管网:  / 县住建局、县水务集团',
  'task 4 保护水源: 县生态环境局 / ',
  'measure 一 加强组织领导:  / ',
  'measure 二 强化资金保障:  / ',
]

test('no line breaks at all', () => {
  const text = PLAN.replaceAll('\n', '')
  expect(outline(text)).toEqual(FOUND)
  expect(compilePlan({ file: '方案.txt', text }).document).toMatchObject({
    title: '东江县治水兴水实施方案（2027—2029年）',
    number: '东政办发〔2027〕5号',
    issuer: '东江县人民政府办公室',
  })
  expect(codes(text)).toContain('GT115')
})

test('no line breaks, and the stops before the headings lost as well', () => {
  expect(outline(PLAN.replaceAll(/[。；]?\n/g, ''))).toEqual(FOUND)
})

test('no line breaks, in chapters and articles', () => {
  const text = `东江县治水兴水若干措施为加快治水兴水，保障群众饮水安全和防洪安全，结合实际，制定本措施。第一章 总则第一条 坚持节水优先，系统治理。第二章 重点任务第二条 清理岸线。拆除违建，新建驳岸12公里，开展巡查，完善管护。（县水务局负责）第三条 保护水源。划定保护区，设立界碑，开展监测。（县生态环境局负责）第三章 附则第四条 本措施自印发之日起施行。`
  expect(outline(text)).toEqual(['task 二 清理岸线: 县水务局 / ', 'task 三 保护水源: 县生态环境局 / '])
})

const CN = '一二三四五六七八九'
const inBanker = (text: string): string =>
  text
    .replace(/^（([一二三])）/gm, (_, n: string) => `${n}、`)
    .replace(/^([一二三])、(?=总体|重点|保障)/gm, (_, n: string) => `${'壹贰叁'[CN.indexOf(n)]}、`)

test('壹、贰、叁、 above 一、二、', () => {
  expect(outline(inBanker(PLAN))).toEqual(FOUND.map((line) => line))
})

test.each([
  ['a blank after the number', ' '],
  ['a dot after the number', '. '],
  ['nothing after the number', ''],
])('numbers in decimals, %s', (_, gap) => {
  const text = `${HEAD}1${gap}总则
1.1${gap}指导思想
坚持节水优先、系统治理。
1.2${gap}工作目标
到2029年，建成生态河道30公里以上。
2${gap}重点任务
2.1${gap}清理岸线
拆除违建，新建驳岸12公里。
牵头单位：县水务局
2.2${gap}疏浚河床
2.2.1${gap}每季度调度一次。
2.2.2${gap}开展清淤。
牵头单位：县水务局；责任单位：县财政局
3${gap}保障措施
3.1${gap}加强组织领导
成立领导小组。`
  expect(outline(text)).toEqual([
    'task 2.1 清理岸线: 县水务局 / ',
    'task 2.2 疏浚河床: 县水务局 / 县财政局',
    'measure 3.1 加强组织领导:  / ',
  ])
})

test('numbers in decimals and nobody named', () => {
  const text = `${HEAD}1 总则
1.1 工作目标
到2029年，建成生态河道30公里以上。
2 重点任务
2.1 清理岸线
拆除违建，新建驳岸12公里。
2.2 疏浚河床
开展清淤。
3 保障措施
3.1 加强组织领导
成立领导小组。`
  expect(outline(text)).toEqual(['task 2.1 清理岸线:  / ', 'task 2.2 疏浚河床:  / ', 'measure 3.1 加强组织领导:  / '])
})

const UNNUMBERED = `${HEAD}总体要求
坚持节水优先、系统治理。到2029年，建成生态河道30公里以上。
重点任务
河道整治行动
清理岸线。拆除违建，新建驳岸12公里。（牵头单位：县水务局；责任单位：县城管局、各乡镇）
疏浚河床。每季度调度一次。（县水务局牵头，县财政局、县交通运输局按职责分工负责）
城乡供水行动
改造管网。更换旧管，安装水表，保障供水。（责任单位：县住建局、县水务集团）
保护水源。（县生态环境局负责）
保障措施
加强组织领导。成立领导小组，每月召开一次会议。
强化资金保障。统筹各类资金。`

test('no numbers: headings only by their shape', () => {
  expect(outline(UNNUMBERED)).toEqual(FOUND.map((line) => line.replace(/ [一二\d] /, '  ')))
})

test('no numbers, and a line for who is responsible', () => {
  const text = `${HEAD}重点任务
清理岸线
拆除违建，新建驳岸12公里。
牵头单位：县水务局
责任单位：县城管局、各乡镇
疏浚河床
开展清淤，每季度调度一次。
牵头单位：县水务局
责任单位：县财政局
保障措施
成立领导小组，每月召开一次会议。`
  expect(outline(text)).toEqual([
    'task  清理岸线: 县水务局 / 县城管局、各乡镇',
    'task  疏浚河床: 县水务局 / 县财政局',
    'measure  保障措施:  / ',
  ])
})

test.each([
  ['a line for all', '牵头单位：\n县水务局\n责任单位：\n县城管局、各乡镇\n'],
  ['a line for each', '牵头单位：\n县水务局\n责任单位：\n县城管局\n各乡镇\n'],
  ['numbered', '牵头单位：\n1.县水务局\n责任单位：\n1.县城管局\n2.各乡镇\n'],
  ['in brackets without a colon', '【牵头单位】\n县水务局\n【责任单位】\n县城管局、各乡镇\n'],
])('a label alone on its line, the agencies below: %s', (_, clause) => {
  const text = `${HEAD}一、重点任务\n（一）清理岸线\n拆除违建，新建驳岸12公里。\n${clause}（二）保护水源\n划定保护区。\n牵头单位：\n县生态环境局\n`
  expect(outline(text)).toEqual(['task 一 清理岸线: 县水务局 / 县城管局、各乡镇', 'task 二 保护水源: 县生态环境局 / '])
})

test.each([
  ['（', '）'],
  ['［', '］'],
  ['[', ']'],
  ['【', '】'],
  ['〔', '〕'],
  ['﹝', '﹞'],
])('a bracket opened on one line and closed on another: %s', (open, close) => {
  const clause = `牵头单位：县水务局；责任单位：县城管局、各乡镇`
  for (const torn of [
    `${open}\n${clause}${close}`,
    `${open}${clause.replace('；', '；\n')}${close}`,
    `${open}${clause}\n${close}`,
  ])
    expect(
      outline(
        `${HEAD}一、重点任务\n1.清理岸线。拆除违建。${torn}\n2.保护水源。划界立碑。${open}县生态环境局负责${close}\n`,
      ),
    ).toEqual(['task 1 清理岸线: 县水务局 / 县城管局、各乡镇', 'task 2 保护水源: 县生态环境局 / '])
})

test.each([
  ['县任务分工', '参'],
  ['指标牵头单位', '牵'],
  ['主抓单位', '牵'],
  ['落实科室', '参'],
  ['归口单位', '参'],
  ['县直责任部门', '参'],
  ['本条牵头部门', '牵'],
  ['经办股室', '参'],
  ['推进主体', '参'],
  ['任务认领单位', '参'],
])('a label nobody listed: %s', (label, role) => {
  const said = role === '牵' ? '县水务局、县城管局 / ' : ' / 县水务局、县城管局'
  for (const clause of [
    `（${label}：县水务局、县城管局）`,
    `\n${label}：县水务局、县城管局`,
    `\n【${label}】县水务局、县城管局`,
  ])
    expect(outline(`${HEAD}一、重点任务\n1.清理岸线。拆除违建。${clause}\n2.保护水源。（县生态环境局负责）\n`)).toEqual(
      [`task 1 清理岸线: ${said}`, 'task 2 保护水源: 县生态环境局 / '],
    )
})

test.each([
  '重点任务：拆除违建、清理垃圾',
  '实施范围：东江镇、西江镇',
  '工作内容：县水务局、县城管局联合执法',
  '参考依据：县水务局文件',
])('no label: %s', (line) => {
  expect(outline(`${HEAD}一、重点任务\n1.清理岸线。\n${line}\n（县水务局负责）\n`)).toEqual([
    'task 1 清理岸线: 县水务局 / ',
  ])
})

test.each([
  ['a bar after each', '|\n'],
  ['a bar before each', '\n|'],
])('a cell per line, %s', (_, joint) => {
  const cells = [
    '序号',
    '工作任务',
    '牵头单位',
    '责任单位',
    '1',
    '清理岸线',
    '县水务局',
    '县城管局、各乡镇',
    '2',
    '保护水源',
    '县生态环境局',
    '各乡镇',
  ]
  const table = joint.startsWith('|') ? `${cells.join(joint)}|` : `|${cells.join(joint)}`
  expect(outline(`${HEAD}${table}\n`)).toEqual([
    'task 1 清理岸线: 县水务局 / 县城管局、各乡镇',
    'task 2 保护水源: 县生态环境局 / 各乡镇',
  ])
})

test.each([
  ['', '清理岸线', '疏浚河床', '改造管网'],
  ['.', '12345热线办水事', '5G水文站建设', '2027年底前改造管网'],
  ['.', '清理岸线', '121护水工程', '3公里管网改造'],
  ['、', '清理岸线', '5月底前疏浚河床', '10万亩灌区改造'],
])('digits run together with the number%s: %s, %s, %s', (mark, ...titles) => {
  const items = titles.map((title, i) => `${i + 1}${mark}${title}。按要求办理。（县水务局负责）`)
  expect(outline(`${HEAD}一、重点任务\n${items.join('\n')}\n`)).toEqual(
    titles.map((title, i) => `task ${i + 1} ${title}: 县水务局 / `),
  )
})

test('a page that holds its text twice', () => {
  const lines = PLAN.split('\n')
  const doubled = [...lines.slice(0, 15), ...lines.slice(11, 15), ...lines.slice(15)].join('\n')
  expect(outline(doubled)).toEqual(FOUND)
  expect(codes(doubled)).toContain('GT116')
})

test('every paragraph twice', () => {
  expect(
    outline(
      PLAN.split('\n')
        .flatMap((line) => [line, line])
        .join('\n'),
    ),
  ).toEqual(FOUND)
})

test.each(['推进机制', '工作要求', '保障措施', '组织实施', '调度与督查', '健全工作机制', '工作推进'])(
  'what a closing section orders is a measure: %s',
  (heading) => {
    const text = `${HEAD}一、重点任务
1.清理岸线。拆除违建。（县水务局负责）
2.保护水源。划界立碑。（县生态环境局负责）
二、${heading}
（一）定期会商。县治水办每月召开一次会议，建立问题台账。
（二）动态管理。实行清单管理，按季度通报进度，每半年开展一次检查。`
    expect(outline(text)).toEqual([
      'task 1 清理岸线: 县水务局 / ',
      'task 2 保护水源: 县生态环境局 / ',
      'measure 一 定期会商:  / ',
      'measure 二 动态管理:  / ',
    ])
    const { cadences } = compilePlan({ file: '方案.txt', text })
    expect(cadences.map(({ every }) => every)).toEqual(['month', 'quarter', 'half_year'])
  },
)

test('an empty cell in a table with a cell on each line', () => {
  const cells = ['序号', '工作任务', '牵头单位', '责任单位', '完成时限', '1', '清理岸线', '县水务局', '', '2027年6月底']
  const { tasks } = compilePlan({ file: '方案.txt', text: `${HEAD}${cells.join('|\n')}|\n` })
  expect(tasks.map(({ leads, participants, due }) => [names(leads), names(participants), due?.on])).toEqual([
    ['县水务局', '', '2027-06-30'],
  ])
})

test('rhythms side by side are read one by one', () => {
  const text = `${HEAD}一、重点任务\n1.清理岸线。（县水务局负责）\n二、督查考核\n按周调度、逐月通报，双月会商，每半年一评估，实行年考核。`
  const { cadences } = compilePlan({ file: '方案.txt', text })
  expect(cadences.map(({ every, what }) => `${every} ${what}`)).toEqual([
    'week 调度',
    'month 通报',
    'half_year 一评估',
    'two_months 会商',
    'year 考核',
  ])
})

test('a closing section in prose is one measure', () => {
  const text = `${HEAD}一、重点任务
1.清理岸线。拆除违建。（县水务局负责）
二、工作要求
各乡镇要建立台账，每周报送进度。县治水办每月调度一次，定期通报。`
  expect(outline(text)).toEqual(['task 1 清理岸线: 县水务局 / ', 'measure 二 工作要求:  / '])
  expect(compilePlan({ file: '方案.txt', text }).cadences.map(({ every, taskId }) => [every, taskId])).toEqual([
    ['week', 't2'],
    ['month', 't2'],
  ])
})

const SPOKEN = (words: string): string =>
  `东江县2027年治水工作方案\n各乡镇人民政府：\n为加快治水兴水，制定本方案。\n${words}`
test.each([
  ['in a paragraph', '一是清理岸线。拆除违建。（县水务局负责）二是疏浚河床。定期清淤。', ['一 清理岸线: 县水务局', '二 疏浚河床: ']],
  ['in several', '一要清理岸线。拆除违建。\n二要疏浚河床，定期清淤；三要安装水表。', ['一 清理岸线: ', '二 疏浚河床，定期清淤: ', '三 安装水表: ']],
  ['behind their introduction', '重点做好：第一，清理岸线。第二，疏浚河床。', ['一 清理岸线: ', '二 疏浚河床: ']],
  ['not where they tell what is wrong', '存在问题：一是岸线老旧。二是管网漏损。', []],
  ['not one alone', '一是清理岸线。', []],
  ['not below written numbers', '一、清理岸线\n一是拆除违建。二是定期清淤。\n二、疏浚河床', ['一 清理岸线: ', '二 疏浚河床: ']],
])('一是, 二是 number a page without other numbers: %s', (_, words, wanted) =>
  expect(outline(SPOKEN(words)).map((row) => row.replace(/^task | \/ .*$/g, ''))).toEqual(wanted)) // biome-ignore format: a table

test('a full stop of half width ends a sentence, and is the mark of a number elsewhere', () => {
  const text = `${HEAD}二.重点任务\n1.清理岸线.新建驳岸12.5公里，达标率达到95%.（县水务局负责）.\n2.疏浚河床.定期清淤（含支流）.（县财政局负责）\n2.3 2027年，安装水表.（县住建局负责）`
  expect(outline(text)).toEqual([
    'task 1 清理岸线: 县水务局 / ',
    'task 2 疏浚河床: 县财政局 / ',
    'task 2.3 2027年，安装水表: 县住建局 / ',
  ])
  expect(compilePlan({ file: '方案.txt', text }).targets.map(({ value }) => value)).toEqual([12.5, 95])
})

const rows = ['序号\t工作任务\t牵头单位', '1\t清理岸线\t县水务局', '2\t保护水源\t县生态环境局']
const items = ['清理岸线', '疏浚河床', '改造管网', '安装水表', '保护水源'].map(
  (title, i) => `${i + 1}.${title}。（县水务局负责）`,
)

test.each([
  ['no numbers', UNNUMBERED, 'GT118'],
  ['a table of which only the heading was read', `${PLAN}\n${rows[0]}\n清理岸线由县水务局牵头。`, 'GT117'],
  ['a table run together', `${PLAN}\n序号 工作任务 牵头单位 责任单位\n1 清理岸线 县水务局 县城管局`, 'GT117'],
  [
    'a row that does not fit its heading',
    `${PLAN}\n${rows.map((row) => `| ${row.replaceAll('\t', ' | ')} |`).join('\n')}\n| 3 | 疏浚河床 | 县水务局 | 县财政局 |`,
    'GT117',
  ],
  [
    'a task much longer than the others',
    `${HEAD}一、重点任务\n${items.join('\n').replace('改造管网。', `改造管网。${'更换旧管，安装水表，完善管护，'.repeat(40)}`)}`,
    'GT123',
  ],
  ['a label without names', PLAN.replace('县水务局；责任单位：县城管局、各乡镇', '县水务局；责任单位：'), 'GT137'],
  ['a label on a line without names', PLAN.replace('（县生态环境局负责）', '\n责任单位：'), 'GT137'],
  [
    'a label with words that are no names',
    PLAN.replace('（县生态环境局负责）', '\n责任单位：尽快研究确定后另行通知'),
    'GT136',
  ],
])('doubtful: %s', (_, text, code) => expect(codes(text)).toContain(code))

test('a sound plan raises no doubt about its layout', () => {
  const doubts = codes(`${PLAN}\n${rows.join('\n')}`).filter((code) => /GT11[5-8]|GT123|GT137/.test(code))
  expect(doubts).toEqual([])
})
