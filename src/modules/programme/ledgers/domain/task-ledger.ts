import { shortDay } from '#kernel/day.ts'
import { formatNumber, rounded } from '#kernel/figures.ts'
import { type Lamp, lampCell } from '#modules/programme/lamps/contract.ts'
import type { LedgerColumn, LedgerRow } from './ledger.ts'
import { phoneCell, plainCell, textCell } from './ledger-cells.ts'
import type { TaskNote } from './task-note.ts'

/** Everything the ledgers say of a task that is not typed beside it. */
export interface LedgerTask {
  id: string
  /** `1 建设科技服务站` */
  title: string
  targets: readonly string[]
  leads: readonly string[]
  participants: readonly string[]
  due: string
  steps: readonly { title: string; finishOn: string; doneOn: string | null }[]
  lamp: Lamp
  /** Worst of its targets, 0–1 and more; null when no figure is known. */
  ratio: number | null
  /** Of the newest report. */
  said: { text: string; difficult: boolean; on: string } | null
  note: TaskNote | null
}

export const emptyNote = (of: { divisionCode: string; taskId: string; programmeId: string }): TaskNote => ({
  ...of,
  person: '',
  phone: '',
  measures: '',
  problem: null,
  nextStep: '',
  remark: '',
  quarters: {},
  savedBy: '',
  savedAt: new Date(0),
})

const quarters = [1, 2, 3, 4] as const
const quarterKey = (quarter: number): string => `q${quarter}`
/** The name of a quarter among the notes: `2026-Q1`. */
const noteKey = (year: number, quarter: number): string => `${year}-Q${quarter}`

const written = (key: string, title: string, width: number, most: number): LedgerColumn => ({
  key,
  title,
  width,
  read: textCell(title, most),
})

/** 任务清单: 任务·目标·措施·节点·责任. */
export const taskColumns = (year: number): readonly LedgerColumn[] => [
  { key: 'position', title: '序号', width: 6 },
  { key: 'title', title: '任务', width: 26, aliases: ['任务名称'] },
  { key: 'targets', title: '目标', width: 22 },
  written('measures', '措施', 36, 1000),
  { key: 'nodes', title: `${year}年节点`, width: 34, aliases: ['节点'] },
  { key: 'leads', title: '牵头单位', width: 18 },
  { key: 'participants', title: '责任单位', width: 22 },
  written('person', '责任人', 10, 60),
  { key: 'due', title: '完成时限', width: 13 },
  written('remark', '备注', 14, 200),
]

/** 工作台账: 序号·任务·目标·季度节点·进展情况·完成率·亮灯·存在问题·下步措施·牵头单位·责任人·联系人电话·填报时间. */
export const workbookColumns = (year: number): readonly LedgerColumn[] => [
  { key: 'position', title: '序号', width: 6 },
  { key: 'title', title: '任务', width: 22, aliases: ['任务名称'] },
  { key: 'targets', title: '目标', width: 18 },
  ...quarters.map((quarter) => ({
    ...written(quarterKey(quarter), `${year}年${'一二三四'[quarter - 1] ?? ''}季度节点`, 17, 200),
    aliases: [`${'一二三四'[quarter - 1] ?? ''}季度节点`, `Q${quarter}`],
  })),
  { key: 'progress', title: '进展情况', width: 28 },
  { key: 'ratio', title: '完成率%', width: 9 },
  { key: 'lamp', title: '亮灯', width: 10 },
  written('problem', '存在问题', 22, 1000),
  written('nextStep', '下步措施', 22, 1000),
  { key: 'leads', title: '牵头单位', width: 16 },
  written('person', '责任人', 10, 60),
  { key: 'phone', title: '联系人电话', width: 14, read: phoneCell },
  { key: 'saidOn', title: '填报时间', width: 12 },
]

const isIn = (on: string, year: number, quarter: number): boolean =>
  Number(on.slice(0, 4)) === year && Math.ceil(Number(on.slice(5, 7)) / 3) === quarter

/** `9月30日前完成选址√`; the year stands in the title of the column. */
const stepWords = ({ title, finishOn, doneOn }: LedgerTask['steps'][number]): string =>
  `${shortDay(finishOn)}前${title.replace(/^\d{4}年[：:]/u, '')}${doneOn === null ? '' : '√'}`

const percent = (ratio: number | null): string => (ratio === null ? '未知' : formatNumber(rounded(ratio * 100, 1)))

const names = (all: readonly string[], none: string): string => (all.length === 0 ? none : all.join('、'))

export const taskRow = (task: LedgerTask, place: number, year: number): LedgerRow => ({
  id: task.id,
  name: task.title,
  cells: {
    position: String(place),
    title: task.title,
    targets: task.targets.join('\n'),
    measures: task.note?.measures ?? '',
    nodes: nodesOf(task, year),
    leads: names(task.leads, '未明确'),
    participants: names(task.participants, ''),
    person: task.note?.person ?? '',
    due: task.due,
    remark: task.note?.remark ?? '',
  },
})

/** The nodes of one year: a plan of three years would not fit a printed row. */
function nodesOf({ steps, note }: LedgerTask, year: number): string {
  if (steps.length > 0)
    return steps
      .filter(({ finishOn }) => Number(finishOn.slice(0, 4)) === year)
      .map(stepWords)
      .join('\n')
  return quarters
    .flatMap((quarter) => {
      const words = note?.quarters[noteKey(year, quarter)]
      return words ? [`${'一二三四'[quarter - 1] ?? ''}季度：${words}`] : []
    })
    .join('\n')
}

/** A quarter's node comes from the schedule; only a task without one takes what is typed. */
export function workbookRow(task: LedgerTask, place: number, year: number): LedgerRow {
  const planned = task.steps.length > 0
  const nodes = quarters.map((quarter) => {
    const steps = task.steps.filter(({ finishOn }) => isIn(finishOn, year, quarter)).map(stepWords)
    return [
      quarterKey(quarter),
      planned ? steps.join('\n') : (task.note?.quarters[noteKey(year, quarter)] ?? ''),
    ] as const
  })
  const { said, note } = task
  return {
    id: task.id,
    name: task.title,
    ...(planned && { computed: quarters.map(quarterKey) }),
    cells: {
      position: String(place),
      title: task.title,
      targets: task.targets.join('\n'),
      ...Object.fromEntries(nodes),
      progress: said?.text ?? '尚未报送',
      ratio: percent(task.ratio),
      lamp: lampCell[task.lamp],
      problem: note?.problem ?? (said?.difficult ? said.text : ''),
      nextStep: note?.nextStep ?? '',
      leads: names(task.leads, '未明确'),
      person: note?.person ?? '',
      phone: note?.phone ?? '',
      saidOn: said?.on ?? '',
    },
  }
}

const typedKeys = ['person', 'phone', 'measures', 'problem', 'nextStep', 'remark'] as const

/** The cells that were taken, over what was noted before. */
export function noteFrom(cells: Readonly<Record<string, string>>, old: TaskNote, year: number): TaskNote {
  const note = { ...old, quarters: { ...old.quarters } }
  for (const key of typedKeys) {
    const typed = cells[key]
    if (typed !== undefined) note[key] = typed
  }
  for (const quarter of quarters) {
    const typed = cells[quarterKey(quarter)]
    if (typed === undefined) continue
    if (plainCell(typed) === '') delete note.quarters[noteKey(year, quarter)]
    else note.quarters[noteKey(year, quarter)] = typed
  }
  return note
}
