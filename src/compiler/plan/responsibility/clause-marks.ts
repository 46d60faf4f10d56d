import { allMatches } from '../text/all-matches.ts'
import { LABEL, LABEL_WORDS, type RoleWord, VERB } from './role-words.data.ts'

/** A word in a clause that gives roles: a label before the agencies (牵头单位：) or a verb after them (……配合). */
export interface Mark {
  start: number
  end: number
  role: RoleWord
  label: boolean
  /** 按职责分工, 分别, 共同: each answers for a share. */
  jointly: boolean
  /** 会同: what stands before leads, what follows takes part. */
  joins: boolean
}

/** Every label ends with a colon, with 】 or with 单位为, 部门是, or an agency's name follows it at once. */
const MAYBE_LABEL = /[:】]|[位门][为是。;省市县区州]/
const JOINTLY = /职责|职能|分工|分别|共同|各自/

export const mayHoldLabel = (text: string): boolean => MAYBE_LABEL.test(text)

export const roleOfLabel = (label: string): RoleWord => LABEL_WORDS.find(([word]) => word.test(label))?.[1] ?? 'other'

/** Within brackets inside the clause a role word belongs to one name: 市水务局（牵头）. */
function isNested(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('〔') > before.lastIndexOf('〕')
}

/** Labels and verbs of a clause in the order they stand; a verb inside a label (责任单位) is part of it. */
export function marksIn(text: string): Mark[] {
  const labels: Mark[] = []
  for (const found of mayHoldLabel(text) ? allMatches(LABEL, text) : []) {
    const end = found.index + found[0].length
    labels.push({ start: found.index, end, role: roleOfLabel(found[0]), label: true, jointly: false, joins: false })
  }
  const marks = [...labels]
  for (const found of allMatches(VERB, text)) {
    const start = found.index
    const end = start + found[0].length
    if (labels.some((label) => start < label.end && label.start < end)) continue
    const [words, lead, support, joins] = found
    const role: RoleWord = lead || joins ? 'lead' : support ? 'support' : 'responsible'
    marks.push({ start, end, role, label: false, jointly: JOINTLY.test(words), joins: joins !== undefined })
  }
  return marks.filter((mark) => !isNested(text, mark.start)).sort((a, b) => a.start - b.start)
}
