import { shortDay } from '#kernel/day.ts'
import type { AgendaReason, AgendaReasonKind } from './agenda.ts'

/** What is known on the day the agenda is drawn up, from the modules that know it. */
export interface AgendaFacts {
  tasks: readonly { id: string; number: string; title: string }[]
  verdicts: readonly {
    taskId: string
    summary: string
    sinceOn: string | null
    schedule: { lamp: string; reasons: readonly VerdictReason[] }
    value: { lamp: string; reasons: readonly VerdictReason[] } | null
    targets: readonly { targetId: string; lamp: string; reasons: readonly VerdictReason[] }[]
  }[]
  orders: readonly {
    id: string
    taskId: string | null
    title: string
    number: string | null
    agencyId: string
    dueOn: string | null
    overdueDays: number
  }[]
  requests: readonly {
    reportId: string
    taskId: string
    agencyId: string
    agency: string
    text: string
    on: string
  }[]
  decisions: readonly {
    id: string
    taskId: string | null
    words: string
    dueOn: string | null
    meetingTitle: string
    overdue: boolean
  }[]
}

interface VerdictReason {
  text: string
  refs: readonly { kind: string; id: string }[]
  saidBy: readonly string[]
}

export interface ProposedItem {
  key: string
  taskId: string | null
  title: string
  reasons: AgendaReason[]
  asked: string
}

/**
 * How much a reason weighs against the others. A red lamp and an order past its day come first, then what an agency asks for and
 * what an earlier meeting decided and nobody did, then targets off their path, then yellow; the office and the chair
 * change the order as they see fit.
 */
const weights: Record<AgendaReasonKind, number> = {
  red: 100,
  order: 90,
  request: 70,
  decision: 60,
  target: 50,
  yellow: 40,
}
/** Each further reason lifts an item a little above those with the same heaviest one. */
const further = 5

const asks: Record<AgendaReasonKind, string> = {
  red: '请会议研究纠偏措施，明确责任单位和时限',
  order: '请会议听取未办结原因，重新明确办结时限',
  request: '请会议协调解决',
  decision: '请会议督促落实前次议定事项',
  target: '请会议研究补救措施',
  yellow: '请会议听取进度，提出要求',
}

const copied = ({ text, refs, saidBy }: VerdictReason) => ({
  text: text.replace(/。$/u, ''),
  refs: refs.map(({ kind, id }) => ({ kind, id })),
  saidBy: [...saidBy],
})

function summaryReasons({ summary, sinceOn, schedule, value }: AgendaFacts['verdicts'][number]): AgendaReason[] {
  if (summary !== 'red' && summary !== 'yellow') return []
  const judged = value ? [schedule, value] : [schedule]
  const why = judged.filter(({ lamp }) => lamp === summary).flatMap(({ reasons }) => reasons.map(copied))
  const [first, ...others] =
    why.length > 0 ? why : [{ text: summary === 'red' ? '亮红灯' : '亮黄灯', refs: [], saidBy: [] }]
  const since = sinceOn === null ? '' : `（自${shortDay(sinceOn)}起）`
  const said = first ? [{ ...first, text: `${first.text}${since}` }, ...others] : others
  return said.map((reason) => ({ kind: summary, ...reason }))
}

/** The task's own colour, and targets of it that are off their path and not told already. */
function lampReasons(verdict: AgendaFacts['verdicts'][number]): AgendaReason[] {
  const found = summaryReasons(verdict)
  const told = new Set(found.map(({ text }) => text.replace(/（自.*起）$/u, '')))
  const off = verdict.targets.filter(({ lamp }) => lamp === 'red' || lamp === 'yellow')
  const more = off.flatMap(({ targetId, reasons }) =>
    reasons.map(
      (reason): AgendaReason => ({
        kind: 'target',
        ...copied(reason),
        refs: [{ kind: 'target', id: targetId }],
      }),
    ),
  )
  return [...found, ...more.filter(({ text }) => !told.has(text))]
}

const orderReason = ({ id, title, agencyId, dueOn, overdueDays }: AgendaFacts['orders'][number]): AgendaReason => ({
  kind: 'order',
  text: `${title}${dueOn === null ? '' : `应于${shortDay(dueOn)}前办结，`}已超期${overdueDays}天`,
  refs: [{ kind: 'order', id }],
  saidBy: [agencyId],
})

const requestReason = ({ reportId, agencyId, agency, text, on }: AgendaFacts['requests'][number]): AgendaReason => ({
  kind: 'request',
  text: `${agency}${shortDay(on)}报送：${text}`,
  refs: [{ kind: 'statement', id: reportId }],
  saidBy: [agencyId],
})

const decisionReason = ({
  id,
  words,
  dueOn,
  meetingTitle,
  overdue,
}: AgendaFacts['decisions'][number]): AgendaReason => ({
  kind: 'decision',
  text: `${meetingTitle}议定“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”${dueOn === null ? '' : `，${shortDay(dueOn)}前完成`}，${overdue ? '已过期限，' : ''}尚未办结`,
  refs: [{ kind: 'decision', id }],
  saidBy: [],
})

/** 壮大高新技术企业队伍（任务4）; safeguards bear numbers that name them nowhere else. */
function labelOf({ number, title }: AgendaFacts['tasks'][number]): string {
  if (/^\d/.test(number)) return `${title}（任务${number}）`
  return number.startsWith('议') ? `${title}（${number}）` : title
}

/** Heaviest first; of equal ones the one with the earlier place in the plan. */
export const weightOf = (reasons: readonly Pick<AgendaReason, 'kind'>[]): number => {
  const all = reasons.map(({ kind }) => weights[kind]).sort((a, b) => b - a)
  return (all[0] ?? 0) + further * Math.min(7, Math.max(0, all.length - 1))
}

/** What the heaviest kinds of reasons ask of the meeting, one sentence each, at most two. */
export function askedOf(reasons: readonly Pick<AgendaReason, 'kind'>[]): string {
  const kinds = [...new Set(reasons.map(({ kind }) => kind))].sort((a, b) => weights[b] - weights[a])
  return kinds
    .slice(0, 2)
    .map((kind, i) => (i === 0 ? asks[kind] : asks[kind].replace(/^请会议/, '')))
    .join('；')
}

/**
 * The agenda the facts of a day propose: one item for a task with everything there is to say of it, one for each decision of an
 * earlier meeting that became no task. A yellow lamp alone is an item too, after all others.
 */
export function proposeAgenda(facts: AgendaFacts): ProposedItem[] {
  const order = new Map(facts.tasks.map((task, i) => [task.id, { task, i }]))
  const byTask = new Map<string, AgendaReason[]>()
  const add = (taskId: string | null, reasons: readonly AgendaReason[]) => {
    if (taskId !== null && order.has(taskId) && reasons.length > 0)
      byTask.set(taskId, [...(byTask.get(taskId) ?? []), ...reasons])
  }
  for (const verdict of facts.verdicts) add(verdict.taskId, lampReasons(verdict))
  for (const one of facts.orders) if (one.overdueDays > 0) add(one.taskId, [orderReason(one)])
  for (const one of facts.requests) add(one.taskId, [requestReason(one)])
  for (const one of facts.decisions) if (one.taskId !== null) add(one.taskId, one.overdue ? [decisionReason(one)] : [])
  const items = [...byTask].map(([taskId, reasons]) => {
    const known = order.get(taskId)
    const title = known ? labelOf(known.task) : ''
    return {
      key: `task:${taskId}`,
      taskId,
      title,
      reasons: heaviestFirst(reasons),
      asked: askedOf(reasons),
      place: known?.i ?? 0,
    }
  })
  const loose = facts.decisions
    .filter(({ taskId }) => taskId === null || !order.has(taskId))
    .map((one, i) => ({
      key: `decision:${one.id}`,
      taskId: null,
      title: one.words.slice(0, 60),
      reasons: [decisionReason(one)],
      asked: asks.decision,
      place: facts.tasks.length + i,
    }))
  return [...items, ...loose]
    .sort((a, b) => weightOf(b.reasons) - weightOf(a.reasons) || a.place - b.place)
    .map(({ key, taskId, title, reasons, asked }) => ({ key, taskId, title, reasons, asked }))
}

const heaviestFirst = (reasons: readonly AgendaReason[]): AgendaReason[] =>
  [...reasons].sort((a, b) => weights[b.kind] - weights[a.kind])
