import { dayInWords, daysLeftInWords } from '#kernel/day.ts'
import { agencyKey } from './agency-names.ts'
import { dueOf, type ListedTask, withoutLead } from './list-tasks.ts'

/** A stretch of the sentence and the filtered list or the task it leads to. */
export interface SentencePart {
  text: string
  to?: { list: 'tasks' | 'targets'; words: Readonly<Record<string, string>> } | { taskId: string }
}

interface Facts {
  tasks: readonly (ListedTask & { id: string })[]
  targets: number
  /** The task whose deadline comes next. */
  next: { taskId: string; title: string; dueOn: string } | null
  today: string
}

const list = (words: Record<string, string>) => ({ list: 'tasks' as const, words })

/** The one sentence a programme opens with, made from its facts; every number in it can be followed to its records. */
export function openingSentence({ tasks, targets, next, today }: Facts): readonly SentencePart[] {
  const measures = tasks.filter((task) => task.kind === 'measure').length
  const leaders = new Set(tasks.flatMap((task) => task.leads.map(agencyKey))).size
  const past = tasks.filter((task) => dueOf(task, today) === 'past').length
  const unled = tasks.filter((task) => task.leads.length === 0).length
  const parts: SentencePart[] = [
    { text: `${tasks.length - measures} 项任务`, to: list(measures > 0 ? { kind: 'task' } : {}) },
    ...(measures > 0 ? [{ text: '、' }, { text: `${measures} 项保障措施`, to: list({ kind: 'measure' }) }] : []),
    { text: '、' },
    { text: `${targets} 个目标`, to: { list: 'targets', words: {} } },
    ...(leaders > 0 ? [{ text: '，' }, { text: `${leaders} 个单位牵头`, to: list({ group: 'agency' }) }] : []),
  ]
  if (next)
    parts.push(
      { text: '；最近到期的是' },
      { text: `“${next.title}”`, to: { taskId: next.taskId } },
      { text: `（${dayInWords(next.dueOn, today)}，${daysLeftInWords(next.dueOn, today)}）` },
    )
  if (past > 0) parts.push({ text: '；' }, { text: `${past} 项期限已过`, to: list({ due: 'past' }) })
  if (unled > 0) parts.push({ text: '；' }, { text: `${unled} 项未明确牵头单位`, to: list({ agency: withoutLead }) })
  return [...parts, { text: '。' }]
}
