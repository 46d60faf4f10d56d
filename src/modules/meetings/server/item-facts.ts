import type { TargetVerdict } from '#modules/lamps/contract.ts'
import type { TargetView } from '#modules/programmes/contract.ts'
import { orderLevelTitles } from '#modules/supervision/contract.ts'
import type { AgendaFactsShown } from '../contract.ts'
import type { ProgrammeFacts } from './agenda-facts.ts'

const inWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Words of a target at a glance: what is wanted, what was reached and on which day. */
function figureOf(target: TargetView, verdict: TargetVerdict | undefined): string {
  const wanted = `${target.indicator.text} 目标 ${target.shown}`
  if (!verdict || verdict.reached === null) return `${wanted}，完成值未知（尚无报送数据）`
  const on = verdict.asOfOn === null ? '' : `截至 ${verdict.asOfOn} `
  return `${wanted}，${on}为 ${verdict.reached}${target.unit}`
}

const progressWords = { unchanged: '无变化', progressed: '有进展', difficult: '有困难', finished: '已完成' } as const

/** What a pack and a slide say of a task beside the reasons; null when the task is no longer in force. */
export function factsOfTask(taskId: string | null, facts: ProgrammeFacts): AgendaFactsShown | null {
  const task = facts.tasks.find(({ id }) => id === taskId)
  if (!task) return null
  const verdict = facts.verdicts.get(task.id)
  const byTarget = new Map((verdict?.targets ?? []).map((one) => [one.targetId, one]))
  return {
    lamp: verdict?.summary ?? null,
    sinceOn: verdict?.sinceOn ?? null,
    leads: task.leads.map(({ name }) => name),
    dueOn: task.dueOn,
    figures: task.targets.map((target) => {
      const judged = byTarget.get(target.id)
      return { targetId: target.id, text: figureOf(target, judged), lamp: judged?.lamp ?? 'grey' }
    }),
    statements: (facts.statements.get(task.id) ?? []).slice(0, 4).map(({ id, agencyId, submittedOn, state, text }) => ({
      id,
      agency: facts.agencyNames.get(agencyId) ?? '未知单位',
      on: submittedOn,
      state: progressWords[state],
      text,
    })),
    orders: facts.orders
      .filter((order) => order.taskId === task.id)
      .map(({ id, level, number, dueOn, overdue }) => ({
        id,
        text: `${orderLevelTitles[level]}${number === null ? '' : ` ${number}`}，应于${inWords(dueOn)}前办结${overdue(facts.today) ? '，已超期' : ''}`,
      })),
  }
}
