import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

export const AgendaReasonKind = z.enum(['red', 'order', 'request', 'decision', 'target', 'yellow'])
export type AgendaReasonKind = z.infer<typeof AgendaReasonKind>

export const agendaReasonTitles: Record<AgendaReasonKind, string> = {
  red: '红灯',
  order: '督办',
  request: '请求协调',
  decision: '议定未办结',
  target: '指标偏离',
  yellow: '黄灯',
}

export const AgendaReason = z.object({
  kind: AgendaReasonKind,
  /** A sentence with its figures. */
  text: z.string(),
  refs: z.array(z.object({ kind: z.string(), id: z.string() })),
  /** Agencies whose words it rests on; left out in agendas drawn up before it was kept. */
  saidBy: z.array(z.string()).optional(),
})
export type AgendaReason = z.infer<typeof AgendaReason>

/** Something the meeting is to talk about: proposed from facts, or a person's own. What was proposed is kept whatever becomes of it. */
export const AgendaItem = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  meetingId: z.uuid(),
  /** `task:…` or `decision:…` for what was proposed; null for a person's own item. */
  key: z.string().nullable(),
  taskId: z.uuid().nullable(),
  title: z.string().trim().min(2, '议题至少两个字。').max(120).meta({ label: '议题' }),
  reasons: z.array(AgendaReason),
  /** What the meeting is asked to do. */
  asked: z.string().trim().max(200).meta({ label: '提请事项' }),
  /** Place in the proposal, from 1; null for a person's own item. */
  proposedAs: z.int().nullable(),
  /** The day the reasons were true. */
  asOf: z.iso.date().nullable(),
  position: z.int(),
  removedBy: z.string().nullable(),
  removedReason: z.string().nullable(),
  addedBy: z.string(),
  addedAt: Moment,
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** The items that stand, in their order. */
export const listTaken = <I extends Pick<AgendaItem, 'position' | 'removedReason'>>(items: readonly I[]): I[] =>
  items.filter(({ removedReason }) => removedReason === null).sort((a, b) => a.position - b.position)

/** Positions after a person has put the standing items in another order; undefined when these are not exactly the standing ones. */
export function reorder(items: readonly AgendaItem[], ids: readonly string[]): AgendaItem[] | undefined {
  const standing = new Map(listTaken(items).map((item) => [item.id, item]))
  if (ids.length !== standing.size || new Set(ids).size !== ids.length) return undefined
  const ordered = ids.flatMap((id) => standing.get(id) ?? [])
  return ordered.length === ids.length ? ordered.map((item, i) => ({ ...item, position: i + 1 })) : undefined
}
