import type { WorkingCalendar } from '#kernel/calendar.ts'
import { dayInWords, daysBetween } from '#kernel/day.ts'
import { groupBy } from '#kernel/group-by.ts'
import type { Standing } from '#modules/office/organisations/contract.ts'
import { everyTitles } from './every.ts'
import { nextLevel } from './level.ts'
import { isOpen, isOverdue, type Order, type OrderLevel } from './order.ts'
import { callOrder, stepFor } from './paper-form.ts'
import type { ProposalDraft } from './proposal.ts'
import { roundAround, roundOpensOn } from './rounds.ts'
import type { SupervisionSettings } from './settings.ts'

type Lamp = 'green' | 'yellow' | 'red' | 'grey'

/** A task as the rules look at it on a day. */
export interface TaskProgress {
  taskId: string
  /** `11 建设科技服务站` */
  title: string
  hosts: readonly string[]
  lamp: Lamp
  /** Since when it has shown this lamp. */
  sinceOn: string | null
  /** Why, with figures, as the lamps say it. */
  reasons: readonly string[]
  /** Cycles an agency let pass without a report, up to the last one due. */
  missed: readonly { agencyId: string; cycles: readonly string[]; lastDueOn: string }[]
}

export interface ProposeFrom {
  tasks: readonly TaskProgress[]
  orders: readonly Order[]
  /** Days on which circulars went out. */
  circularsOn: readonly string[]
  /** How agencies stand to who signs; who is not here is led. */
  standings: ReadonlyMap<string, Standing>
  settings: SupervisionSettings
  calendar: WorkingCalendar
  today: string
}

/** Everything the figures of a day call for, the gravest first. */
export function propose(from: ProposeFrom): ProposalDraft[] {
  const open = from.orders.filter(isOpen)
  const ofTasks = groupBy(open, ({ taskId }) => taskId)
  return [
    ...open.flatMap((order) => ofOrder(order, from)),
    ...from.tasks.flatMap((task) => ofTask(task, ofTasks.get(task.taskId) ?? [], from)),
    ...ofRound(from, open),
  ]
}

/** An open case past its day asks for the next level; one nobody signed for asks to be urged. */
function ofOrder(order: Order, { settings, calendar, today }: ProposeFrom): ProposalDraft[] {
  const shared = {
    taskId: order.taskId,
    orderId: order.id,
    agencyId: order.agencyId,
    assistIds: order.assistIds,
    matter: order.matter,
  }
  const late = daysBetween(order.dueOn, today)
  if (isOverdue(order, today) && late >= settings.graceDays) {
    const level = stepFor(nextLevel(order.level) ?? 'urge', order.standing, true)
    const text = `${lateInWords(order, today)}没有反馈（逾期满 ${settings.graceDays} 天建议${order.standing === 'below' ? '升级' : '再次去函'}）`
    const key = `overdue:${order.id}:${level}:${order.dueOn}`
    return [{ ...shared, key, rule: 'overdue', level, grounds: [{ code: 'overdue', text }], sinceOn: order.dueOn }]
  }
  const unsigned = order.state === 'issued' && order.issuedOn !== null ? calendar.between(order.issuedOn, today) : 0
  if (unsigned <= settings.signDays || order.issuedOn === null) return []
  const text = `${callOrder(order)}${dayInWords(order.issuedOn, today)}交办，已过 ${unsigned} 个工作日没有签收（时限 ${settings.signDays} 个工作日）`
  const key = `unsigned:${order.id}:${order.urges}:${order.issuedOn}`
  return [
    { ...shared, key, rule: 'unsigned', level: 'urge', grounds: [{ code: 'unsigned', text }], sinceOn: order.issuedOn },
  ]
}

/** @param open the cases of the task that are not closed */
function ofTask(task: TaskProgress, open: readonly Order[], from: ProposeFrom): ProposalDraft[] {
  const isChased = (agencyId: string | null) => open.some((order) => agencyId === null || order.agencyId === agencyId)
  const [host = null, ...others] = task.hosts
  const lamp = isChased(null) ? null : ofLamp(task, from)
  const shared = { taskId: task.taskId, orderId: null, matter: task.title }
  const fit = (level: OrderLevel, agencyId: string | null) =>
    stepFor(level, from.standings.get(agencyId ?? '') ?? 'below', false)
  if (lamp) return [{ ...shared, ...lamp, level: fit(lamp.level, host), agencyId: host, assistIds: [...others] }]
  return task.missed
    .filter(({ agencyId, cycles }) => cycles.length >= from.settings.staleCycles && !isChased(agencyId))
    .map(({ agencyId, cycles, lastDueOn }) => ({
      ...shared,
      key: `missed:${task.taskId}:${agencyId}:${cycles[0] ?? ''}`,
      rule: 'missed' as const,
      level: 'prompt' as const,
      agencyId,
      assistIds: [],
      grounds: [
        {
          code: 'missed',
          text: `连续 ${cycles.length} 期没有报送（${cycles.join('、')}，规则为满 ${from.settings.staleCycles} 期）`,
        },
      ],
      sinceOn: lastDueOn,
    }))
}

/** What a paper states of a task and a case: how it stands today, without the rules that called for the paper. */
export function factsOf(task: TaskProgress | undefined, order: Order, today: string): string[] {
  const lamp = task?.lamp
  const since = task?.sinceOn ?? null
  const shown =
    (lamp === 'red' || lamp === 'yellow') && since !== null
      ? [litSince(lamp, since, today), ...(task?.reasons ?? [])]
      : []
  const missed = (task?.missed ?? [])
    .filter(({ agencyId }) => agencyId === order.agencyId)
    .map(({ cycles }) => `连续 ${cycles.length} 期没有报送（${cycles.join('、')}）`)
  const late = isOverdue(order, today) ? [`${lateInWords(order, today)}没有反馈`] : []
  return [...shown, ...missed, ...late]
}

const lateInWords = (order: Order, today: string): string =>
  `${callOrder(order)}${dayInWords(order.dueOn, today)}到期，已逾期 ${daysBetween(order.dueOn, today)} 天`

function litSince(lamp: 'red' | 'yellow', sinceOn: string, today: string): string {
  const [days, since] = [daysBetween(sinceOn, today), dayInWords(sinceOn, today)]
  return days > 0 ? `亮${lampWords[lamp]}已 ${days} 天（自${since}起）` : `自${since}起亮${lampWords[lamp]}`
}

const lampWords = { red: '红灯', yellow: '黄灯' } as const

function ofLamp(
  { taskId, lamp, sinceOn, reasons }: TaskProgress,
  { settings, today }: ProposeFrom,
): Pick<ProposalDraft, 'key' | 'rule' | 'level' | 'grounds' | 'sinceOn'> | null {
  if ((lamp !== 'red' && lamp !== 'yellow') || sinceOn === null) return null
  const needed = lamp === 'red' ? settings.redDays : settings.yellowDays
  const days = daysBetween(sinceOn, today)
  if (days < needed) return null
  const level: OrderLevel = lamp === 'red' ? 'urge' : 'prompt'
  const text = `${litSince(lamp, sinceOn, today)}，规则为满 ${needed} 天`
  const grounds = [{ code: lamp, text }, ...reasons.map((reason) => ({ code: 'lamp', text: reason }))]
  return { key: `${lamp}:${taskId}:${sinceOn}`, rule: lamp, level, grounds, sinceOn }
}

/** At the end of a period of the plan's own cadence (一季一督办, 半年一通报) a circular, unless one went out for it. */
function ofRound({ settings, tasks, circularsOn, today }: ProposeFrom, open: readonly Order[]): ProposalDraft[] {
  const rounds = [
    { every: settings.supervises, word: '督办' },
    { every: settings.reports, word: '通报' },
  ].flatMap(({ every, word }) => {
    const round = roundAround(every, today)
    return round ? [{ round, text: `${round.name}${word}：方案要求${everyTitles[every]}${word}一次` }] : []
  })
  const [first] = rounds
  if (!first || circularsOn.some((on) => on >= roundOpensOn(first.round))) return []
  const count = (lamp: Lamp) => tasks.filter((task) => task.lamp === lamp).length
  const overdue = open.filter((order) => isOverdue(order, today)).length
  const figures = `${tasks.length} 项任务：${count('green')} 绿 ${count('yellow')} 黄 ${count('red')} 红 ${count('grey')} 未到期或无数据；在办督办事项 ${open.length} 件，逾期 ${overdue} 件`
  return [
    {
      key: `round:${first.round.endOn}`,
      rule: 'round',
      level: 'circular',
      taskId: null,
      orderId: null,
      agencyId: null,
      assistIds: [],
      matter: `${first.round.name}督办通报`,
      grounds: [...rounds.map(({ text }) => ({ code: 'cadence', text })), { code: 'figures', text: figures }],
      sinceOn: roundOpensOn(first.round),
    },
  ]
}
