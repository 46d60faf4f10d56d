import type { TargetKind } from '../../compiled-plan.ts'
import { INDICATORS, type IndicatorRow } from './indicators.data.ts'

const fits = (row: IndicatorRow, text: string, kind: TargetKind): boolean =>
  (row.kinds === undefined || row.kinds.includes(kind)) &&
  row.all.every((pattern) => pattern.test(text)) &&
  !row.not?.test(text)

/** Most phrases name nothing of the dictionary: one search tells. */
const ANY_INDICATOR = new RegExp([...new Set(INDICATORS.map(({ all }) => all[0]?.source ?? ''))].join('|'))

/**
 * The dictionary code of an indicator phrase, judged by its head noun, the verb kept with it and the kind of measure;
 * null when the dictionary has no such measure.
 */
export function classifyIndicator(text: string, kind: TargetKind): string | null {
  if (!ANY_INDICATOR.test(text)) return null
  return INDICATORS.find((row) => fits(row, text, kind))?.code ?? null
}
