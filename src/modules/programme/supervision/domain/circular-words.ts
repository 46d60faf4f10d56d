import { dayInWords, daysBetween } from '#kernel/day.ts'
import { fitItems } from '#kernel/fit-items.ts'
import { isOverdue, type Order } from './order.ts'
import { type AgencyProgress, type CircularText, circularRoom } from './paper.ts'
import { callOrder } from './paper-form.ts'
import type { TaskProgress } from './propose.ts'
import { countLamps } from './standings.ts'

interface From {
  programme: string
  /** 2026年第三季度; empty outside a round. */
  round: string
  tasks: readonly TaskProgress[]
  orders: readonly Order[]
  standings: readonly AgencyProgress[]
  names: ReadonlyMap<string, string>
  /** Whether an agency may be named: who signs leads it. */
  isLed: (agencyId: string) => boolean
  today: string
  dueOn: string
}

/** The first wording of a circular, all figures from the records; a person changes the words before it goes out. */
export function draftCircularText(from: From): CircularText {
  const { programme, round, today, dueOn } = from
  return {
    title: `关于${shortName(programme)}${round}进展情况的通报`,
    opening: openingOf(from),
    problems: problemsOf(from),
    next: `请各责任单位对照问题抓紧整改。被点名单位于${dayInWords(dueOn, today)}前书面反馈整改情况并附佐证材料；逾期未反馈的，按程序约谈。其他单位按时报送进展，数据以实际佐证为准。`,
  }
}

/** In a title a plan is named without its years in brackets, which would break the line: 《澄禾县创新提升行动实施方案》. */
const shortName = (programme: string): string =>
  `《${programme.replace(/^《|》$/gu, '').replace(/[（(][^（）()]*年[）)]$/u, '')}》`

function openingOf({ tasks, orders, standings, today }: From): string {
  const lamps = countLamps(tasks)
  const open = orders.filter(({ state }) => state !== 'closed' && state !== 'withdrawn' && state !== 'registered')
  const overdue = open.filter((order) => isOverdue(order, today)).length
  const closed = orders.filter(({ state }) => state === 'closed').length
  const missed = standings.filter((one) => one.missed > 0).length
  return [
    `截至${dayInWords(today, '')}，共 ${tasks.length} 项任务，其中绿灯 ${lamps.green} 项、黄灯 ${lamps.yellow} 项、红灯 ${lamps.red} 项，未到期或尚无数据 ${lamps.grey} 项。`,
    `累计销号督办事项 ${closed} 件，在办 ${open.length} 件，其中逾期 ${overdue} 件。`,
    missed > 0 ? `有 ${missed} 个单位存在应报未报。` : '各单位均按期报送。',
  ].join('')
}

/** Named one by one: red tasks with since when and why, overdue cases with how long. */
function problemsOf({ tasks, orders, names, isLed, today }: From): string {
  const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []).join('、') || '责任单位未明确'
  const allRed = tasks.filter(({ lamp }) => lamp === 'red')
  const isNamed = ({ hosts }: TaskProgress) => hosts.length === 0 || hosts.some(isLed)
  const red = allRed.filter(isNamed).map(({ title, hosts, sinceOn, reasons }) => {
    const since = sinceOn === null ? '亮红灯' : `自${dayInWords(sinceOn, today)}起亮红灯`
    return `${named(hosts.filter(isLed))}：“${title}”${[since, ...reasons.slice(0, 2).map((reason) => reason.replace(/。$/u, ''))].filter(Boolean).join('，')}。`
  })
  const late = orders
    .filter((order) => order.standing === 'below' && isOverdue(order, today))
    .map(
      ({ agencyId, matter, dueOn, ...order }) =>
        `${named([agencyId])}：${callOrder(order)}“${matter}”逾期 ${daysBetween(dueOn, today)} 天未反馈。`,
    )
  const apart = allRed.length - red.length
  const others = apart === 0 ? [] : [`另有 ${apart} 项红灯任务由不受本机关领导的单位承担，不在通报中点名。`]
  const points = [...red, ...late, ...others].map((text, n) => `${n + 1}.${text.replace(/。。$/u, '。')}`)
  return fitItems(points, { room: circularRoom, rest: (count) => `其余 ${count} 项见督办台账。` }).join('\n')
}
