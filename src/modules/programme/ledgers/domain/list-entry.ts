import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

const short = (label: string, most = 200) =>
  z
    .string()
    .trim()
    .max(most)
    .meta({ label, half: most <= 60 })
const long = (label: string) => z.string().trim().max(1000).meta({ label })

/** A line of the 项目清单: what is built under the programme. */
export const ProjectEntry = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  programmeId: z.uuid(),
  /** The task it serves. */
  taskId: z.uuid().nullable().meta({ label: '对应任务', placeholder: '按编号、名称或拼音首字母查找' }),
  position: z.int(),
  name: z.string().trim().min(2).max(120).meta({ label: '项目名称' }),
  content: long('建设内容'),
  totalFen: z.int().min(0).nullable().meta({ label: '总投资', kind: 'money', half: true }),
  yearFen: z.int().min(0).nullable().meta({ label: '年度投资', kind: 'money', half: true }),
  progress: long('进度'),
  agency: short('责任单位'),
  person: short('责任人', 60),
  start: short('开工', 40),
  finish: short('竣工', 40),
  savedBy: z.string(),
  savedAt: Moment,
})
export type ProjectEntry = z.infer<typeof ProjectEntry>

/** A line of the 政策清单: a policy the programme relies on or is to issue. */
export const PolicyEntry = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  programmeId: z.uuid(),
  taskId: z.uuid().nullable().meta({ label: '对应任务', placeholder: '按编号、名称或拼音首字母查找' }),
  position: z.int(),
  title: z.string().trim().min(2).max(160).meta({ label: '政策' }),
  number: short('文号', 60),
  clause: long('条款'),
  audience: short('对象'),
  delivery: short('兑现方式'),
  agency: short('责任单位'),
  deadline: short('时限', 60),
  savedBy: z.string(),
  savedAt: Moment,
})
export type PolicyEntry = z.infer<typeof PolicyEntry>

/** What the office writes beside a task in its ledgers; everything else there is computed. */
export const TaskNote = z.object({
  divisionCode: z.string(),
  taskId: z.uuid(),
  programmeId: z.uuid(),
  person: short('责任人', 60),
  phone: short('联系人电话', 40),
  measures: long('措施'),
  /** Null while nobody wrote one: the newest statement's difficulty stands there. */
  problem: long('存在问题').nullable(),
  nextStep: long('下步措施'),
  remark: short('备注'),
  /** Nodes of quarters the schedule says nothing of: `2026-Q1` → words. */
  quarters: z.record(z.string(), z.string().max(200)),
  savedBy: z.string(),
  savedAt: Moment,
})
export type TaskNote = z.infer<typeof TaskNote>
