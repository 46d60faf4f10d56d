import { endsAtHundred, mayBeNegative, type Questioned, tidy } from '#modules/programme/plans/contract.ts'
import { type Asking, reportingErrors } from '#modules/programme/reporting/contract.ts'
import { reportErrors } from './errors.ts'
import type { Answer, TargetValue } from './report.ts'

/** A target with what is asked of it and the figure known before. */
export interface AskedFigure extends Questioned {
  targetId: string
  label: string
  unit: string
  asking: Asking
  last: number | null
}

/**
 * Takes an answer or says what is missing. 有困难 wants a sentence, 有进展 something to show; 无变化 is complete in itself
 * and carries every figure on. @returns the figures the report holds, those a single answer gives for several included
 */
export function checkAnswer(answer: Answer, figures: readonly AskedFigure[]): TargetValue[] {
  const said = answer.text.length
  const given = new Map(answer.values.map(({ targetId, value }) => [targetId, value]))
  if (answer.progress === 'difficult' && said < 4) throw reportErrors.difficultyUnsaid({})
  if (answer.needsCoordination && answer.progress !== 'difficult') throw reportErrors.coordinationUnsaid({})
  for (const [targetId, value] of given)
    checkFigure(
      figures.find((one) => one.targetId === targetId),
      value,
    )
  if (answer.progress === 'progressed' && said === 0 && answer.fileIds.length === 0 && !isMoved(given, figures))
    throw reportErrors.progressUnsaid({})
  const known = new Map(figures.flatMap(({ targetId, last }) => (last === null ? [] : [[targetId, last] as const])))
  return spread(given, figures, known)
}

const isMoved = (given: ReadonlyMap<string, number>, figures: readonly AskedFigure[]): boolean =>
  figures.some(({ targetId, last }) => given.has(targetId) && given.get(targetId) !== last)

function checkFigure(figure: AskedFigure | undefined, value: number): void {
  if (!figure) throw reportingErrors.targetNotFound({})
  const { label: indicator, asking } = figure
  if (asking.ask === null) throw reportErrors.notAsked({ indicator, why: asking.why ?? '' })
  const why = whyImpossible(value, { ...figure, ask: asking.ask })
  if (why) throw reportErrors.impossibleFigure({ indicator, why })
}

/** Why a figure cannot be that of a target, whoever states it; null where it can. */
export function whyImpossible(value: number, figure: Questioned & { unit: string; ask: Asking['ask'] }): string | null {
  if (!Number.isFinite(value) || Math.abs(value) > 1e12) return '不是一个可用的数'
  if (figure.ask === 'done' && value !== 0 && value !== 1) return '只能填做到或未做到'
  if (value < 0 && !mayBeNegative(figure)) return '不能小于 0'
  return endsAtHundred(figure) && value > 100 ? '比例不能超过 100%' : null
}

/** Every figure with those it answers too; totals are added up from their years. A figure not given stays as it was. */
function spread(
  given: ReadonlyMap<string, number>,
  figures: readonly AskedFigure[],
  known: ReadonlyMap<string, number>,
): TargetValue[] {
  const values = new Map<string, number>()
  for (const { targetId, asking } of figures) {
    const value = given.get(targetId) ?? (asking.ask === null ? undefined : known.get(targetId))
    if (value === undefined) continue
    for (const id of [targetId, ...asking.covers]) values.set(id, value)
  }
  for (const { targetId, asking } of figures) {
    const parts = asking.sumOf.flatMap((id) => values.get(id) ?? known.get(id) ?? [])
    if (parts.length > 0) values.set(targetId, tidy(parts.reduce((sum, part) => sum + part, 0)))
  }
  return [...values].map(([targetId, value]) => ({ targetId, value }))
}
