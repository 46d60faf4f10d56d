import { fenOf, tenThousandsOf } from '#kernel/money.ts'
import type { LedgerColumn, LedgerRow, ReadCell } from './ledger.ts'
import { amountCell, plainCell, textCell } from './ledger-cells.ts'
import type { PolicyEntry, ProjectEntry } from './list-entry.ts'

/** Titles of the tasks a list may point at, with their ids. */
export type TaskTitles = ReadonlyMap<string, string>

/** `1 建设科技服务站` or the title alone → the task; undefined when none or several are called so. */
export function findTaskId(text: string, titles: TaskTitles): string | undefined {
  const name = plainCell(text)
  const meant = [...titles].filter(([, title]) => title === name || title.replace(/^\S+\s+/u, '') === name)
  return meant.length === 1 ? meant[0]?.[0] : undefined
}

const taskCell =
  (titles: TaskTitles) =>
  (text: string): ReadCell => {
    const name = plainCell(text)
    if (name === '') return { text: '' }
    const id = findTaskId(name, titles)
    if (id !== undefined) return { text: titles.get(id) ?? name }
    return { reason: `“对应任务”写着“${name}”，方案中没有这项任务，或有几项同名。请照任务清单写编号和名称。` }
  }

const nameCell =
  (title: string, most: number) =>
  (text: string): ReadCell => {
    const plain = plainCell(text)
    if (plain.length < 2) return { reason: `“${title}”至少两个字，请补充。` }
    return textCell(title, most)(text)
  }

const written = (key: string, title: string, width: number, most = 200): LedgerColumn => ({
  key,
  title,
  width,
  read: textCell(title, most),
})

const amount = (key: string, title: string): LedgerColumn => ({
  key,
  title: `${title}（万元）`,
  width: 12,
  kind: 'number',
  aliases: [title],
  read: amountCell(title),
})

/** 项目清单: 项目名称·建设内容·总投资·年度投资·进度·责任单位·责任人·开竣工, and the task it serves. */
export const projectColumns = (titles: TaskTitles): readonly LedgerColumn[] => [
  { key: 'position', title: '序号', width: 6 },
  { key: 'name', title: '项目名称', width: 24, aliases: ['项目'], read: nameCell('项目名称', 120) },
  written('content', '建设内容', 36, 1000),
  amount('totalFen', '总投资'),
  amount('yearFen', '年度投资'),
  written('progress', '进度', 26, 1000),
  written('agency', '责任单位', 18),
  written('person', '责任人', 10, 60),
  { ...written('start', '开工', 11, 40), aliases: ['开工时间', '开工日期'] },
  { ...written('finish', '竣工', 11, 40), aliases: ['竣工时间', '竣工日期'] },
  { key: 'task', title: '对应任务', width: 20, aliases: ['任务'], read: taskCell(titles) },
]

/** 政策清单: 政策·文号·条款·对象·兑现方式·责任单位·时限, and the task it serves. */
export const policyColumns = (titles: TaskTitles): readonly LedgerColumn[] => [
  { key: 'position', title: '序号', width: 6 },
  { key: 'title', title: '政策', width: 30, aliases: ['政策名称'], read: nameCell('政策', 160) },
  written('number', '文号', 20, 60),
  written('clause', '条款', 34, 1000),
  written('audience', '对象', 18),
  written('delivery', '兑现方式', 18),
  written('agency', '责任单位', 18),
  written('deadline', '时限', 14, 60),
  { key: 'task', title: '对应任务', width: 20, aliases: ['任务'], read: taskCell(titles) },
]

const taskOf = (taskId: string | null, titles: TaskTitles): string =>
  taskId === null ? '' : (titles.get(taskId) ?? '')

export const projectRow = (entry: ProjectEntry, place: number, titles: TaskTitles): LedgerRow => ({
  id: entry.id,
  name: entry.name,
  cells: {
    position: String(place),
    name: entry.name,
    content: entry.content,
    totalFen: tenThousandsOf(entry.totalFen),
    yearFen: tenThousandsOf(entry.yearFen),
    progress: entry.progress,
    agency: entry.agency,
    person: entry.person,
    start: entry.start,
    finish: entry.finish,
    task: taskOf(entry.taskId, titles),
  },
})

export const policyRow = (entry: PolicyEntry, place: number, titles: TaskTitles): LedgerRow => ({
  id: entry.id,
  name: entry.title,
  cells: {
    position: String(place),
    title: entry.title,
    number: entry.number,
    clause: entry.clause,
    audience: entry.audience,
    delivery: entry.delivery,
    agency: entry.agency,
    deadline: entry.deadline,
    task: taskOf(entry.taskId, titles),
  },
})

type Cells = Readonly<Record<string, string>>
export type ProjectFields = Omit<
  ProjectEntry,
  'divisionCode' | 'id' | 'programmeId' | 'position' | 'savedBy' | 'savedAt'
>
export type PolicyFields = Omit<PolicyEntry, 'divisionCode' | 'id' | 'programmeId' | 'position' | 'savedBy' | 'savedAt'>

/** The cells that were taken, over what the entry held; a new one begins empty. */
export function projectFrom(cells: Cells, old: ProjectFields | undefined, titles: TaskTitles): ProjectFields {
  const text = (key: 'name' | 'content' | 'progress' | 'agency' | 'person' | 'start' | 'finish') =>
    cells[key] ?? old?.[key] ?? ''
  const fen = (key: 'totalFen' | 'yearFen') => {
    const typed = cells[key]
    return typed === undefined ? (old?.[key] ?? null) : (fenOf(typed) ?? null)
  }
  return {
    name: text('name'), content: text('content'), totalFen: fen('totalFen'), yearFen: fen('yearFen'), progress: text('progress'),
    agency: text('agency'), person: text('person'), start: text('start'), finish: text('finish'), taskId: taskFrom(cells, old, titles),
  } // biome-ignore format: in the order of the columns
}

export function policyFrom(cells: Cells, old: PolicyFields | undefined, titles: TaskTitles): PolicyFields {
  const text = (key: 'title' | 'number' | 'clause' | 'audience' | 'delivery' | 'agency' | 'deadline') =>
    cells[key] ?? old?.[key] ?? ''
  return {
    title: text('title'), number: text('number'), clause: text('clause'), audience: text('audience'), delivery: text('delivery'),
    agency: text('agency'), deadline: text('deadline'), taskId: taskFrom(cells, old, titles),
  } // biome-ignore format: in the order of the columns
}

function taskFrom(cells: Cells, old: { taskId: string | null } | undefined, titles: TaskTitles): string | null {
  const typed = cells['task']
  if (typed === undefined) return old?.taskId ?? null
  return typed === '' ? null : (findTaskId(typed, titles) ?? null)
}
