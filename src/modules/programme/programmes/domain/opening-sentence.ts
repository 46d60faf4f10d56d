import { dayInWords, daysLeftInWords } from '#kernel/day.ts'
import { withoutLead } from './list-tasks.ts'

/** A stretch of the sentence and the filtered list or the task it leads to. */
export interface SentencePart {
  text: string
  to?: { list: 'tasks' | 'targets'; words: Readonly<Record<string, string>> } | { taskId: string }
}

interface Facts {
  tasks: number
  measures: number
  targets: number
  /** Agencies that lead something; tasks whose deadline is over, and tasks nobody leads. */
  leaders: number
  past: number
  unled: number
  /** The task whose deadline comes next. */
  next: { taskId: string; title: string; dueOn: string } | null
  today: string
}

const list = (words: Record<string, string>) => ({ list: 'tasks' as const, words })

/** The one sentence a programme opens with, made from its facts; every number in it can be followed to its records. */
export function openingSentence(facts: Facts): readonly SentencePart[] {
  const { tasks, measures, targets, leaders, past, unled, next, today } = facts
  const parts: SentencePart[] = [
    { text: `${tasks} 项任务`, to: list(measures > 0 ? { kind: 'task' } : {}) },
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
