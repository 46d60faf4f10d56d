import { lackInWords, reckoned, withUnit } from '#kernel/figures.ts'
import { isFalling, isMet, type TargetOp } from '#modules/programme/plans/contract.ts'
import { isYearAhead, type TargetVerdict } from './verdict.ts'

interface TargetQuestion {
  indicator: string
  unit: string
  op: TargetOp
}

/** 3月, 2027年3月: as near as a pace can tell. */
const monthInWords = (on: string, today: string): string =>
  `${on.slice(0, 4) === today.slice(0, 4) ? '' : `${on.slice(0, 4)}年`}${Number(on.slice(5, 7))}月`

/** The answer a page and a chart of a target are titled by: how far it is, and when it will be there. */
export function answerOf({ indicator, unit, op }: TargetQuestion, verdict: TargetVerdict, today: string): string {
  const { reached, wanted, lamp, reasons } = verdict
  const name = indicator || '这项指标'
  if (reached === null) return unknownOf(name, verdict)
  if (wanted === null || reasons[0]?.code === 'done') return lamp === 'green' ? `${name}已完成` : `${name}尚未完成`
  const falling = isFalling({ op })
  if (isMet({ op, value: wanted, valueMax: null }, reached))
    return `${name}为 ${withUnit(reached, unit)}，已达到目标 ${withUnit(wanted, unit)}`
  if (reasons[0]?.code === 'limitBroken')
    return `${name}为 ${withUnit(reached, unit)}，${falling ? '超出' : '低于'}限额 ${withUnit(wanted, unit)}`
  const lack = lackInWords({ reached, wanted, unit }, falling)
  return `${name}${lack.startsWith('差') ? '离目标' : ''}还${lack}，${pace(verdict, unit, today)}`
}

function unknownOf(name: string, verdict: TargetVerdict): string {
  if (isYearAhead(verdict)) return `${name}：还没有到考核年度`
  return `${name}：未知（${verdict.reasons[0]?.code === 'notStarted' ? '尚未开始' : '尚无数据'}）`
}

function pace({ forecast, wantedOn }: TargetVerdict, unit: string, today: string): string {
  if (forecast === null) return wantedOn !== null && wantedOn < today ? '期限已过' : '还不能预测'
  const { reachesOn, value } = forecast
  if (reachesOn === null) return `按现在的速度到期约为 ${withUnit(reckoned(value, unit), unit)}`
  return reachesOn <= forecast.on
    ? `按现在的速度${monthInWords(reachesOn, today)}达到`
    : `按现在的速度要到${monthInWords(reachesOn, today)}才达到`
}
