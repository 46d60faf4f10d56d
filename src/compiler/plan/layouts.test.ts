import { expect, test } from 'vitest'
import { compilePlan } from './compile-plan.ts'

const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('、')

/** Title, lead agencies / participants of each task. */
const outline = (text: string): string[] =>
  compilePlan({ file: '方案.txt', text }).tasks.map(
    (task) => `${task.kind} ${task.number} ${task.title}: ${names(task.leads)} / ${names(task.participants)}`,
  )

const bodies = [
  [
    'a heading that reads like a title',
    '一、重点工作任务\n1.清理岸线。（市水务局负责）\n',
    ['task 1 清理岸线: 市水务局 / '],
  ],
  [
    'items that run on in one paragraph',
    '一、重点任务\n（一）治水行动。1.清理岸线。拆除违建。（市水务局负责）2.改造管网。（市住建局负责）\n',
    ['task 1 清理岸线: 市水务局 / ', 'task 2 改造管网: 市住建局 / '],
  ],
  [
    'a list that runs on inside its task',
    '一、重点任务\n（一）治水行动。1.清理岸线。2.改造管网。（市水务局负责）\n',
    ['task 一 治水行动: 市水务局 / '],
  ],
  [
    'measures where a plan has no other tasks',
    '一、工作措施\n1.清理岸线。（市水务局负责）\n2.改造管网。\n二、工作要求\n1.压实责任。\n',
    ['task 1 清理岸线: 市水务局 / ', 'task 2 改造管网:  / ', 'measure 1 压实责任:  / '],
  ],
  [
    'a bracket at the end of a title',
    '一、重点任务\n1.清理岸线（市水务局、市城管局）\n2.改造管网（市住建局，4月底前）\n',
    ['task 1 清理岸线:  / 市水务局、市城管局', 'task 2 改造管网: 市住建局 / '],
  ],
  [
    'a running name before a title',
    '一、行动一：清理岸线行动\n牵头单位：市水务局\n二、行动二：改造管网行动\n牵头单位：市住建局\n',
    ['task 一 行动一：清理岸线行动: 市水务局 / ', 'task 二 行动二：改造管网行动: 市住建局 / '],
  ],
  [
    'closing provisions',
    '第一条 清理岸线。（市水务局负责）\n第二条 本措施由市水务局负责解释。\n第三条 本措施自印发之日起施行。\n',
    ['task 一 清理岸线: 市水务局 / '],
  ],
  [
    'the first listed leads, save where marked',
    '一、重点任务\n1.清理岸线。\n责任单位：市水务局、市城管局（除标注“分别牵头”外，列第一位的为牵头单位，下同）\n2.改造管网。\n责任单位：市住建局、市水务局分别牵头\n',
    ['task 1 清理岸线: 市水务局 / 市城管局', 'task 2 改造管网: 市住建局、市水务局 / '],
  ],
  [
    'a line of responsibility below the list of one task among others',
    '一、重点任务\n（一）清理岸线。\n牵头单位：市水务局\n（二）改造管网。\n1.更换旧管；2.安装水表。\n牵头单位：市住建局\n',
    ['task 一 清理岸线: 市水务局 / ', 'task 二 改造管网: 市住建局 / '],
  ],
  [
    'numbered lines of responsibility',
    '1.清理岸线\n（1）工作内容：拆除违建。\n（2）牵头单位：市水务局\n（3）配合单位：市城管局\n2.改造管网\n（1）工作内容：更换旧管。\n（2）牵头单位：市住建局\n（3）配合单位：市水务局\n',
    ['task 1 清理岸线: 市水务局 / 市城管局', 'task 2 改造管网: 市住建局 / 市水务局'],
  ],
  [
    'annexes listed below the notice',
    '附件：1.任务分工表\n2.重点项目清单\n东江市水务局\n2027年3月2日\n一、重点任务\n1.清理岸线。（市水务局负责）\n',
    ['task 1 清理岸线: 市水务局 / '],
  ],
  [
    'actions and steps told by name and number',
    '一、重点行动\n行动1：清理岸线行动\n责任单位：市水务局、市城管局\n行动2：改造管网行动\n举措1：更换旧管。\n举措2：安装水表。\n责任单位：市住建局、市水务局\n二、保障措施\n（一）压实责任。\n（二）保障经费。由市财政局负责落实。\n',
    [
      'task 1 清理岸线行动:  / 市水务局、市城管局',
      'task 2 改造管网行动:  / 市住建局、市水务局',
      'measure 一 压实责任:  / ',
      'measure 二 保障经费: 市财政局 / ',
    ],
  ],
  [
    'a task named like a safeguard among the tasks of its section',
    '一、重点任务\n1.清理岸线。（市水务局负责）\n2.强化工作保障。（责任单位：市财政局）\n二、保障措施\n3.压实责任。（责任单位：各镇）\n',
    ['task 1 清理岸线: 市水务局 / ', 'task 2 强化工作保障:  / 市财政局', 'measure 3 压实责任:  / 各镇'],
  ],
] as const

test.each(bodies)('tasks: %s', (_, body, expected) => {
  expect(outline(`东江市治水兴水实施方案\n为治水兴水，制定本方案。\n${body}`)).toEqual(expected)
})

test('a short plan stored on one line', () => {
  const text = `东江市治水活动方案 一、工作目标 ${'河畅水清岸绿景美，'.repeat(12)}群众满意。 二、重点任务 （一）治水行动。1.清理岸线。（市水务局负责） 2.改造管网。（市住建局负责） 三、工作要求 （一）压实责任。`
  expect(outline(text)).toEqual([
    'task 1 清理岸线: 市水务局 / ',
    'task 2 改造管网: 市住建局 / ',
    'measure 一 压实责任:  / ',
  ])
})

test('the cell that names a task is no part of the indicators of the next', () => {
  const table =
    '序号\t任务\t目标\t责任单位\n1\t建强队伍\t招聘教师45名\t县教育局\n2\t集团办学\t组建教育集团5个\t县教育局\n'
  const { targets } = compilePlan({
    file: '方案.txt',
    text: `东江县教育方案（2027—2029年）\n\n一、任务清单\n\n${table}`,
  })
  expect(targets.map(({ indicator }) => indicator.text)).toEqual(['招聘教师', '教育集团'])
})
