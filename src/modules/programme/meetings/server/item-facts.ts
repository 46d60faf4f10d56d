import { shortDay } from '#kernel/day.ts'
import { withUnit } from '#kernel/figures.ts'
import { isYearAhead, type TargetVerdict } from '#modules/programme/lamps/contract.ts'
import type { TargetView } from '#modules/programme/programmes/contract.ts'
import type { SaidSight } from '#modules/programme/programmes/server/index.ts'
import { levelTitle } from '#modules/programme/supervision/contract.ts'
import type { AgendaFactsShown } from '../contract.ts'
import type { ProgrammeFacts } from './agenda-facts.ts'

const wantedOf = (target: TargetView): string => `${target.indicator.text} 目标 ${target.sentence}`

/** Words of a target at a glance: what is wanted, what was reached and on which day. */
function figureOf(target: TargetView, verdict: TargetVerdict | undefined): string {
  const wanted = wantedOf(target)
  if (verdict && isYearAhead(verdict)) return `${wanted}，还没有到考核年度`
  if (!verdict || verdict.reached === null) return `${wanted}，完成值未知（尚无报送数据）`
  const on = verdict.asOfOn === null ? '' : `截至 ${verdict.asOfOn} `
  return `${wanted}，${on}为 ${withUnit(verdict.reached, target.unit)}`
}

const progressWords = { unchanged: '无变化', progressed: '有进展', difficult: '有困难', finished: '已完成' } as const

/** What a pack and a slide say of a task beside the reasons, as far as the reader may read it; null when the task is no longer in force. */
export function factsOfTask(taskId: string | null, facts: ProgrammeFacts, sight: SaidSight): AgendaFactsShown | null {
  const task = facts.tasks.find(({ id }) => id === taskId)
  if (!task) return null
  const verdict = facts.verdicts.get(task.id)
  const reads = ({ agencyId }: { agencyId: string }) => sight(task.id, [agencyId])
  const byTarget = new Map((verdict?.targets ?? []).map((one) => [one.targetId, one]))
  return {
    lamp: verdict?.summary ?? null,
    sinceOn: verdict?.sinceOn ?? null,
    leads: task.leads.map(({ name }) => name),
    dueOn: task.dueOn,
    figures: task.targets.map((target) => {
      const judged = byTarget.get(target.id)
      const mine = judged === undefined || sight(task.id, judged.saidBy)
      return {
        targetId: target.id,
        text: mine ? figureOf(target, judged) : wantedOf(target),
        lamp: judged?.lamp ?? 'grey',
        mayOpen: mine,
      }
    }),
    reports: (facts.reports.get(task.id) ?? [])
      .filter(reads)
      .slice(0, 4)
      .map(({ id, agencyId, submittedOn, state, text }) => ({
        id,
        agency: facts.nameOf(agencyId),
        on: submittedOn,
        state: progressWords[state],
        text,
      })),
    orders: facts.orders
      .filter((order) => order.taskId === task.id && reads(order))
      .map(({ id, level, standing, number, dueOn, overdue }) => ({
        id,
        text: `${levelTitle({ level, standing })}${number === null ? '' : ` ${number}`}，应于${shortDay(dueOn)}前办结${overdue(facts.today) ? '，已超期' : ''}`,
      })),
  }
}
