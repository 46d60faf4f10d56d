import { z } from 'zod'
import { longText, money, reference, text } from '#kernel/registry/kinds.ts'

const long = (label: string) => longText(label, { most: 1000 }).nullable()
const short = (label: string, most = 200, aliases: readonly string[] = []) =>
  text(label, { most, aliases, half: most <= 60 }).nullable()
/** The task it serves. */
const taskId = reference('对应任务', 'task', { aliases: ['任务'] }).nullable()

/** A line of the 项目清单: what is built under the programme. */
export const ProjectEntry = z.object({
  name: text('项目名称', { most: 120, aliases: ['项目'] }),
  content: long('建设内容'),
  totalFen: money('总投资', { half: true }).nullable(),
  yearFen: money('年度投资', { half: true }).nullable(),
  progress: long('进度'),
  agency: short('责任单位'),
  person: short('责任人', 60),
  start: short('开工', 40, ['开工时间', '开工日期']),
  finish: short('竣工', 40, ['竣工时间', '竣工日期']),
  taskId,
})

/** A line of the 政策清单: a policy the programme relies on or is to issue, clause by clause. */
export const PolicyEntry = z.object({
  title: text('政策', { most: 160, aliases: ['政策名称'] }),
  number: short('文号', 60),
  clause: long('条款'),
  audience: short('对象'),
  delivery: short('兑现方式'),
  agency: short('责任单位'),
  deadline: short('时限', 60),
  taskId,
})
