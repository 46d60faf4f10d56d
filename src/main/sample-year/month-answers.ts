import type { Answer, InboxItem } from '#modules/programme/reports/contract.ts'
import type { Figures, News, Story } from './story.ts'

const progressOf: Record<string, Answer['progress']> = { 有进展: 'progressed', 有困难: 'difficult', 已完成: 'finished' }

/** What the story lets an agency say of a task in a month: its news, its figures, else 无变化. */
export function answerOf(item: InboxItem, month: number, story: Story): Omit<Answer, 'fileIds'> {
  const news = newsOf(item.number, month, story)
  const values = item.asked.flatMap((asked) => valueOf(asked, item.number, { month, story }))
  const moved = item.asked.some(({ targetId, last }) =>
    values.some((value) => value.targetId === targetId && value.value !== (last?.value ?? 0)),
  )
  const said = news && progressOf[news.state.replace('*', '')]
  return {
    progress: said ?? (moved ? 'progressed' : 'unchanged'),
    text: news?.text ?? '',
    needsCoordination: news?.state.endsWith('*') ?? false,
    values,
  }
}

export const newsOf = (task: string, month: number, { news }: Story): News | undefined =>
  news.find((one) => one.task === task && one.month === month)

type AskedTarget = InboxItem['asked'][number]

function valueOf(
  { targetId, label, ask }: AskedTarget,
  task: string,
  { month, story }: { month: number; story: Story },
): Answer['values'] {
  const row = story.figures.find((one) => isFor(one, task, label))
  const value = row?.months[month - 1]
  if (value === undefined) return []
  return [{ targetId, value: ask === 'done' ? Math.min(1, Math.sign(value)) : value }]
}

const isFor = ({ task, indicator }: Figures, number: string, label: string): boolean =>
  task === number && label.includes(indicator)
