import { looksLikeAgency } from './agency-shape.ts'
import { isTime, mentionAs, type ResponsibilityClause } from './parse-clause.ts'
import { type AgencyRange, splitAgencies } from './split-agencies.ts'

/** Endings that only agencies have; 区, 县, 园 and the like could be places. */
const SURELY_AGENCY =
  /(?:局|委|办|厅|部|会|院|公司|政府|中心|行|处|集团|办公室|海关|队|联|校|[有相]关(?:单位|部门)|各镇街|各乡镇)(?:\([^()]*\)|〔[^〕]*〕)?$/
/** 各地, 各部门: everybody, whoever that is. */
const EVERYBODY = /^(?:各|相关|有关|全市|全县|全区|全省)/
const SHORTEST = 3
const LONGEST = 30

/** A name that is an agency's beyond doubt, and no group's. */
export const isSurelyAgency = (name: string): boolean =>
  name.length >= SHORTEST && name.length <= LONGEST && SURELY_AGENCY.test(name) && !EVERYBODY.test(name)

/**
 * A bracket at a paragraph's end that holds nothing but names, and a deadline perhaps: ……。（市水务局、市财政局）,
 * ……（市水务局，4月底前）. One alone leads, several share. Every name must look like an agency and half of them be
 * agencies beyond doubt. Without a full stop before the bracket, or one behind it and the name's level in front, one name alone is not enough.
 */
export function parseBareNames(text: string, base: number, afterStop: boolean): ResponsibilityClause | undefined {
  const pieces = splitAgencies(text, base)
  const wordsOf = ({ start, end }: AgencyRange): string => text.slice(start - base, end - base)
  const names = pieces.filter((piece) => looksLikeAgency(wordsOf(piece)))
  const due = pieces.find((piece) => isTime(wordsOf(piece)) && !names.includes(piece))
  if (names.length === 0 || names.length + (due ? 1 : 0) < pieces.length) return undefined
  if (!afterStop && pieces.length < 2) return undefined
  const sure = names.filter((name) => SURELY_AGENCY.test(wordsOf(name)) && name.end - name.start >= SHORTEST)
  if (sure.length * 2 < names.length || names.some(({ start, end }) => end - start > LONGEST)) return undefined
  const mentions = names.map((name) => mentionAs(name, 'responsible'))
  return { start: base, end: base + text.length, mentions, due: due ?? null, defaults: [] }
}
