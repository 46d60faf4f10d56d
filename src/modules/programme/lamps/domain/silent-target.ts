import { dayInWords } from '#kernel/day.ts'
import { quoted } from './numbers.ts'
import { speakersOf } from './series.ts'
import type { TargetCase } from './target-case.ts'
import type { Reason, TargetVerdict } from './verdict.ts'

type Silence = 'noPeriod' | 'notStarted' | 'noData' | 'notDue'

/** Grey, with what would settle it: nothing known is never red. */
export function silentTarget(of: TargetCase, code: Silence): TargetVerdict {
  return { ...blank(of), lamp: 'grey', reasons: [reasonFor(of, code)] }
}

/** A verdict without figures, to be filled. */
export const blank = ({ target, observations }: TargetCase): Omit<TargetVerdict, 'lamp' | 'reasons'> => ({
  targetId: target.id,
  saidBy: speakersOf(observations),
  reached: null,
  asOfOn: null,
  expectedNow: null,
  wanted: target.value,
  wantedOn: target.endOn,
  forecast: null,
})

function reasonFor({ target, day, observations }: TargetCase, code: Silence): Reason {
  const { indicator, startOn, endOn, taskId } = target
  const name = quoted(indicator)
  const last = observations.at(-1)
  const texts: Record<Silence, string> = {
    noPeriod: `${name}没有写明期限，方案起止也未知，无法判断进度。请在方案中补上期限。`,
    notStarted: `${name}从${dayInWords(startOn ?? day, day)}起算，还没有开始。`,
    noData: last
      ? `${name}本期尚无数据，上一个数据截至${dayInWords(last.on, day)}。请牵头单位报送本期数据。`
      : taskId === null
        ? `${name}还没有数据，也没有任务承担这项指标的报送。请指定由哪个单位提供。`
        : `${name}还没有数据。请牵头单位在下一次报送时填写。`,
    notDue: endOn === null ? `${name}没有期限，尚未完成。` : `${name}${dayInWords(endOn, day)}到期，尚未完成。`,
  }
  const saidBy = code === 'noData' ? speakersOf(observations) : []
  return { code, text: texts[code], refs: [{ kind: 'target', id: target.id }], saidBy }
}
