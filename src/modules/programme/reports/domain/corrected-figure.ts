import { withUnit } from '#kernel/figures.ts'
import { dayOf } from '#kernel/moment.ts'

/** A figure that was signed for and became another one afterwards. */
export interface CorrectedFigure {
  taskId: string
  targetId: string
  /** The agency that stated it. */
  agencyId: string
  label: string
  unit: string
  before: number
  after: number
  reason: string
  statedAt: Date
  statedOn: string
  correctedAt: Date
}

/** What went out on paper: when, of which task (null where of all of them), and in which words. */
interface WrittenAt {
  at: Date
  taskId: string | null
  words: string
}

/**
 * Figures a paper rests on that were corrected after it went out: it speaks of the task and names the indicator, and the figure was stated
 * before. The paper itself stands as it went out.
 */
export const correctedAfter = (all: readonly CorrectedFigure[], { at, taskId, words }: WrittenAt): CorrectedFigure[] =>
  all.filter(
    (one) =>
      one.statedAt <= at &&
      one.correctedAt > at &&
      (taskId === null || taskId === one.taskId) &&
      words.includes(one.label),
  )

/** 新建科技服务站由 9 个更正为 8 个（2026-11-30，重复统计） */
export const correctionInWords = ({ label, unit, before, after, correctedAt, reason }: CorrectedFigure): string =>
  `${label}由 ${withUnit(before, unit)}更正为 ${withUnit(after, unit)}（${dayOf(correctedAt)}，${reason}）`
