import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CompiledPlan } from '../compiled-plan.ts'
import { compilePlan } from './compile-plan.ts'

const compile = (text: string, today: string | null = null) => compilePlan({ file: '方案.txt', text, today })

const names = (list: readonly { name: string; inherited?: boolean | undefined }[]): string =>
  list.map(({ name, inherited }) => `${name}${inherited ? '*' : ''}`).join('、')

/** Title, lead agencies / participants of each task; * marks an inherited agency. */
function outline(text: string): string[] {
  return compile(text).tasks.map(
    (task) => `${task.kind} ${task.number} ${task.title}: ${names(task.leads)} / ${names(task.participants)}`,
  )
}

const codes = (text: string): string[] => compile(text).diagnostics.map(({ code }) => code)

const PLAN = `东江市人民政府办公室关于印发东江市治水兴水实施方案（2027—2029年）的通知
东政办发〔2027〕5号
各乡镇人民政府，市政府有关部门：
《东江市治水兴水实施方案（2027—2029年）》已经市政府同意，现印发给你们，请认真组织实施。
东江市人民政府办公室
2027年3月2日
（此件公开发布）
东江市治水兴水实施方案（2027—2029年）
为加快治水兴水，根据《西江省水网建设规划》（西政发〔2026〕8号），制定本方案。
一、总体要求
（一）指导思想。坚持节水优先、系统治理。
（二）工作目标。到2029年，建成生态河道30公里以上。
二、主要任务
（一）河道整治行动
1.清理岸线。拆除违建，新建驳岸12公里。（牵头单位：市水务局；责任单位：市城管局、市生态环境局，各乡镇）
2.疏浚河床。每季度调度一次。（市水务局牵头，市财政局、市交通运输局按职责分工负责）
（二）城乡供水行动
3.改造管网。（1）更换旧管。（2）安装水表。（责任单位：市住建局、市水务集团）
4.保护水源。（市生态环境局负责）
三、保障措施
（一）加强组织领导。成立领导小组。
（二）强化资金保障。统筹各类资金。`

test('a plan sent round by a notice: head, sections, tasks, agencies, safeguards', () => {
  const plan = compile(PLAN)
  expect(plan.document).toMatchObject({
    title: '东江市治水兴水实施方案（2027—2029年）',
    issuer: '东江市人民政府办公室',
    number: '东政办发〔2027〕5号',
    issuedOn: '2027-03-02',
    period: { start: '2027-01-01', end: '2029-12-31' },
    division: '东江市',
  })
  expect(plan.document.cites).toContainEqual(
    expect.objectContaining({ title: '西江省水网建设规划', number: '西政发〔2026〕8号' }),
  )
  expect(outline(PLAN)).toEqual([
    'task 1 清理岸线: 市水务局 / 市城管局、市生态环境局、各乡镇',
    'task 2 疏浚河床: 市水务局 / 市财政局、市交通运输局',
    'task 3 改造管网:  / 市住建局、市水务集团',
    'task 4 保护水源: 市生态环境局 / ',
    'measure 一 加强组织领导:  / ',
    'measure 二 强化资金保障:  / ',
  ])
  expect(plan.tasks.map(({ mode }) => mode)).toEqual(['lead', 'lead', 'joint', 'sole', 'none', 'none'])
  expect(plan.tasks[0]?.path).toEqual(['二、主要任务', '（一）河道整治行动'])
  expect(plan.sections.map(({ heading }) => heading)).toContain('河道整治行动')
})

test('every span holds the words it claims', () => {
  const { tasks, sections } = compile(PLAN)
  const said = (span: readonly [number, number]): string => PLAN.slice(...span).replace(/\s/g, '')
  for (const task of tasks) {
    expect(said(task.titleSpan)).toBe(task.title)
    for (const { name, span } of [...task.leads, ...task.participants]) expect(said(span)).toBe(name)
  }
  for (const { heading, span } of sections) expect(said(span)).toContain(heading)
})

test('what is quoted is quoted as written, whatever the width of its characters', () => {
  const plan = compile(
    PLAN.replace('新建驳岸12公里', '新建驳岸１２公里，达标率达到９５％以上').replace(
      '（市生态环境局负责）',
      '（市生态环境局（林业局）负责，完成时限：２０２７年６月底前）',
    ),
  )
  expect(plan.targets.map(({ clause }) => clause.text)).toContain('达标率达到９５％以上')
  expect(plan.tasks[3]).toMatchObject({
    leads: [{ name: '市生态环境局（林业局）' }],
    due: { text: '２０２７年６月底前', on: '2027-06-30' },
  })
})

test('the same plan torn by a page width compiles to the same tasks', () => {
  const body =
    '完善雨污分流管网，健全河长巡查机制，推进河道清淤和岸线整治，开展入河排污口排查，建立问题清单和整改台账，实行销号管理。'
  const plan = PLAN.replace('拆除违建，', body)
    .replace('每季度调度', `${body}每季度调度`)
    .replace('坚持节水优先、', body)
    .replace('成立领导小组', body)
  const torn = plan
    .split('\n')
    .map((line) => (line.match(/.{1,36}/gu) ?? []).join('\n'))
    .join('\n')
  expect(outline(torn)).toEqual(outline(plan))
})

test('a web page around the plan is left out, its table is read', () => {
  const page = `首页 > 政务公开 > 方案\n索 引 号 X1/2027-1 主题分类 水利\n发布机构 市政府办公室 文 号 东政办发〔2027〕5号\n分享到：\n${PLAN.split('\n').slice(7).join('\n')}\n扫一扫在手机打开当前页\n版权所有：东江市人民政府`
  expect(outline(page)).toEqual(outline(PLAN))
  expect(compile(page).document).toMatchObject({ issuer: '市政府办公室', number: '东政办发〔2027〕5号' })
})

test('a plan without any responsibility: the numbered items are its tasks', () => {
  const text =
    '2027年全市治水工作要点\n一、抓好河道整治\n1.清理岸线。拆除违建。\n2.疏浚河床。定期清淤。\n二、抓好供水\n3.改造管网。更换旧管。'
  expect(outline(text)).toEqual(['task 1 清理岸线:  / ', 'task 2 疏浚河床:  / ', 'task 3 改造管网:  / '])
  expect(codes(text)).toContain('GT132')
})

test('tasks at the highest level, agencies on lines of their own', () => {
  const text =
    '东江市2027年治水工作要点\n一、清理岸线\n拆除违建。\n牵头单位：市水务局 责任单位：市城管局 完成时限：2027年6月底前\n二、疏浚河床\n定期清淤。\n牵头单位：市水务局\n责任单位：市财政局、市交通运输局\n完成时限：长期坚持'
  expect(outline(text)).toEqual([
    'task 一 清理岸线: 市水务局 / 市城管局',
    'task 二 疏浚河床: 市水务局 / 市财政局、市交通运输局',
  ])
  expect(compile(text).tasks.map(({ due }) => [due?.on, due?.kind])).toEqual([
    ['2027-06-30', 'month'],
    [null, 'ongoing'],
  ])
})

test('an agency at a heading is the agency of the tasks below it', () => {
  const text =
    '东江市2027年治水任务清单\n（一）河道整治（牵头部门：市水务局）\n1、清理岸线。拆除违建。\n2、疏浚河床。定期清淤。\n（二）供水（牵头部门：市住建局）\n3、改造管网。更换旧管。\n4、安装水表。入户安装。'
  expect(outline(text)).toEqual([
    'task 1 清理岸线: 市水务局 / ',
    'task 2 疏浚河床: 市水务局 / ',
    'task 3 改造管网: 市住建局 / ',
    'task 4 安装水表: 市住建局 / ',
  ])
})

test('the lead at a heading leads the tasks below that name only others', () => {
  const text =
    '东江市2027年治水任务清单\n（一）河道整治（牵头单位：市水务局）\n1.清理岸线。拆除违建。（市城管局、市财政局）\n2.疏浚河床。清淤。（责任单位：市交通运输局）'
  expect(outline(text)).toEqual([
    'task 1 清理岸线: 市水务局 / 市城管局、市财政局',
    'task 2 疏浚河床: 市水务局 / 市交通运输局',
  ])
})

test('agencies that answer for everything further on are inherited', () => {
  const text =
    '东江市2027年治水工作要点\n一、清理岸线。拆除违建。〔市水务局牵头，市城管局按职责分工负责。以下均需各县（市、区）人民政府负责，不再列出〕\n二、疏浚河床。定期清淤。（市水务局负责）'
  expect(outline(text)[1]).toBe('task 二 疏浚河床: 市水务局 / 各县（市、区）人民政府*')
})

test('the first agency of a list leads where the document says so, also for the tasks before', () => {
  const text =
    '东江市2027年治水工作要点\n一、清理岸线。（甲科、乙科负责，列第一位的为牵头单位，下同）\n二、疏浚河床。（乙科、丙科负责）'
  expect(outline(text)).toEqual(['task 一 清理岸线: 甲科 / 乙科', 'task 二 疏浚河床: 乙科 / 丙科'])
})

const one = (name: string): string =>
  `东江市${name}实施方案\n为做好${name}，制定本方案。\n一、工作目标\n见效。\n二、主要任务\n（一）${name}检查。每月检查。（市水务局负责）\n（二）${name}整改。限期整改。（市住建局负责）`

test('several plans in one notice keep their tasks apart and are reported', () => {
  const text = `东江市人民政府关于印发两个实施方案的通知\n各乡镇：\n请认真执行。\n2027年1月5日\n${one('治水')}\n${one('供水')}`
  expect(outline(text)).toHaveLength(4)
  expect(codes(text)).toContain('GT103')
})

test('a list in a task is no task, and its closing bracket is the task’s', () => {
  const text =
    '东江市2027年治水工作要点\n一、主要任务\n1.改造管网。做到：\n（1）更换旧管；\n（2）安装水表。（市住建局牵头，市水务局配合）\n2.保护水源。（市生态环境局负责）'
  expect(outline(text)).toEqual(['task 1 改造管网: 市住建局 / 市水务局', 'task 2 保护水源: 市生态环境局 / '])
})

test('a line of roles after the last item of every heading is the heading’s', () => {
  const text =
    '东江市2027年治水工作要点\n一、主要任务\n（一）整治河道\n1.清理岸线。拆除违建。\n2.疏浚河床。清淤。\n牵头单位：市水务局；责任单位：市城管局\n（二）保障供水\n1.改造管网。换管。\n2.安装水表。入户。\n牵头单位：市住建局'
  expect(outline(text)).toEqual(['task 一 整治河道: 市水务局 / 市城管局', 'task 二 保障供水: 市住建局 / '])
})

test('paragraphs without numbers that each say who is responsible are tasks', () => {
  const text =
    '东江市2027年治水工作要点\n一、主要任务\n（一）整治河道\n加快清理岸线。拆除违建，新建驳岸。（责任单位：市水务局、市城管局）\n推进疏浚河床。定期清淤，巡查河道。（市水务局负责）'
  expect(outline(text)).toEqual(['task  加快清理岸线:  / 市水务局、市城管局', 'task  推进疏浚河床: 市水务局 / '])
})

test('a closing bracket of nothing but agencies says who is responsible', () => {
  const text =
    '东江市2027年治水工作要点\n一、主要任务\n1.清理岸线。拆除违建。（市水务局、市城管局）\n2.疏浚河床。清淤（含支流）。（市水务局）\n3.改造管网（试点区）。'
  expect(outline(text)).toEqual([
    'task 1 清理岸线:  / 市水务局、市城管局',
    'task 2 疏浚河床: 市水务局 / ',
    'task 3 改造管网（试点区）:  / ',
  ])
})

test('words after the last bracket of a task speak to everybody', () => {
  const text =
    '东江市2027年治水工作要点\n一、清理岸线。拆除违建。（市水务局负责）\n二、疏浚河床。清淤。（市水务局负责）\n各乡镇要抓好落实，年底前报送总结。'
  expect(compile(text).tasks[1]?.text).not.toContain('各乡镇要抓好落实')
})

test.each([
  [
    'no year',
    PLAN.split('\n').slice(7).join('\n').replaceAll('（2027—2029年）', '').replace('到2029年，', ''),
    'GT101',
  ],
  ['an annex that is not there', PLAN.replace('建成生态河道30公里以上', '完成各项指标（指标附后）'), 'GT106'],
  ['a draft', PLAN.replaceAll('（2027—2029年）', '（2027—2029年）（征求意见稿）'), 'GT107'],
  ['ruined characters', PLAN.replace('拆除违建', '拆\uFFFD\uFFFD违建'), 'GT111'],
  ['figures that fell out', PLAN.replace('新建驳岸12公里', '供水量增长%以上，新建驳岸'), 'GT112'],
  ['traditional characters', PLAN.replace('成立领导小组', '組織領導機構開會'), 'GT113'],
  ['pinyin', PLAN.replace('成立领导小组', 'zhi shui xing shui gong zuo fang an'), 'GT114'],
  ['a gap in the numbers', PLAN.replace('4.保护水源', '6.保护水源'), 'GT121'],
  ['a number twice', PLAN.replace('2.疏浚河床', '1.疏浚河床'), 'GT122'],
  ['a task without an owner', PLAN.replace('（市生态环境局负责）', ''), 'GT131'],
  ['a task without a lead', PLAN, 'GT133'],
  ['two spellings', PLAN.replace('市交通运输局', '市水务管理局'), 'GT135'],
  ['a name that is none', PLAN.replace('市住建局、市水务集团', '市住建局、市水务集团、老张头'), 'GT136'],
  [
    'a work report',
    '各位代表：\n现在，我代表市人民政府向大会报告工作。\n一、2026年工作回顾\n水质达标。\n二、2027年工作安排\n（一）治水。清淤。',
    'GT104',
  ],
  ['no tasks', '东江市人民政府通告\n即日起停水三天。', 'GT105'],
])('reported: %s', (_, text, code) => expect(codes(text)).toContain(code))

test('a sound plan is not accused', () => {
  const sound = PLAN.replace('责任单位：市住建局、市水务集团', '牵头单位：市住建局；责任单位：市水务集团')
  expect(codes(sound).filter((code) => code.startsWith('GT1'))).toEqual([])
})

test('whatever comes in, something valid comes out', () => {
  const piece = fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '（1）',
    '第一章 ',
    '\n',
    '。',
    '（',
    '）',
    '牵头单位：',
    '市水务局',
    '、',
    '负责',
    '《',
    '》',
    '2027年',
    '到',
    '%',
    ' ',
    '\uFFFD',
    '附件',
    '\t',
    '以下均需',
    '不再列出',
    '# Page 1:\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const plan = CompiledPlan.parse(compile(text, '2027-01-01'))
      for (const { span } of [...plan.tasks, ...plan.sections, ...plan.diagnostics])
        expect(span[1]).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 300 },
  )
})

test('safeguards with brackets of their own are safeguards still; where a plan has nothing else they are its tasks', () => {
  const task = '二、重点任务\n1.清理岸线。（市水务局负责）\n'
  const safeguard = '三、保障措施\n（一）强化资金保障。统筹用好专项资金。（牵头单位：市财政局；责任单位：市审计局）\n'
  expect(outline(`东江市治水方案\n${task}${safeguard}`)).toEqual([
    'task 1 清理岸线: 市水务局 / ',
    'measure 一 强化资金保障: 市财政局 / 市审计局',
  ])
  expect(outline(`东江市治水保障方案\n${safeguard}`)).toEqual(['task 一 强化资金保障: 市财政局 / 市审计局'])
})

test.each([
  ['under the title', '东江市治水三年行动方案\n（2027—2029年）\n'],
  [
    'in the title of the notice',
    '东江市人民政府关于印发《东江市治水三年行动方案（2027—2029年）》的通知\n东江市治水三年行动方案\n',
  ],
])('the years of a plan %s', (_, head) => {
  const plan = compile(`${head}一、重点任务\n1.清理岸线。新建驳岸12公里。（市水务局负责）\n2027年3月2日\n`)
  expect(plan.document.period).toEqual({ start: '2027-01-01', end: '2029-12-31' })
  expect(plan.diagnostics.map(({ code }) => code)).not.toContain('GT102')
})
