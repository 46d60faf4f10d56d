import type { ResponsibilityClause } from './parse-clause.ts'
import { splitAgencies } from './split-agencies.ts'

/** Endings that only agencies have; 区, 县, 园 and the like could be places. */
const SURELY_AGENCY =
  /(?:局|委|办|厅|部|会|院|公司|政府|中心|银行|处|集团|办公室|管委会|有关单位|有关部门|相关部门|相关单位|各乡镇|各镇街|办事处)(?:\([^()]*\)|〔[^〕]*〕)?$/
const SHORTEST = 3

/**
 * A bracket after a paragraph's last sentence that holds nothing but names: ……。（市水务局、市财政局）. One alone leads,
 * several share. Every name must be an agency beyond doubt.
 */
export function parseBareNames(text: string, base: number): ResponsibilityClause | undefined {
  const names = splitAgencies(text, base)
  const isSure = ({ start, end }: { start: number; end: number }): boolean =>
    end - start >= SHORTEST && end - start <= 30 && SURELY_AGENCY.test(text.slice(start - base, end - base))
  if (names.length === 0 || !names.every(isSure)) return undefined
  const mentions = names.map(({ start, end, marked }) => ({
    start,
    end,
    role: marked ?? ('responsible' as const),
    jointly: false,
    labelled: false,
    odd: false,
  }))
  return { start: base, end: base + text.length, mentions, due: null, defaults: [] }
}
