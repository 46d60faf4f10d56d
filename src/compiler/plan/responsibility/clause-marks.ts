import { allMatches } from '../text/all-matches.ts'
import { endsAsAgency } from './agency-shape.ts'
import { KNOWN_LABEL, LABEL, LABEL_WORDS, type RoleWord, VERB } from './role-words.data.ts'

/** A word in a clause that gives roles: a label before the agencies (牵头单位：) or a verb after them (……配合). */
export interface Mark {
  start: number
  end: number
  role: RoleWord
  label: boolean
  /** A label nobody listed (县任务分工：) must be followed by agencies. */
  sure: boolean
  /** 按职责分工, 分别, 共同: each answers for a share. */
  jointly: boolean
  /** 会同: what stands before leads, what follows takes part. */
  joins: boolean
}

/** Every label ends with a colon, with 】 or with 单位为, 部门是, or an agency's name follows it at once. */
const MAYBE_LABEL = /[:】]|[位门][为是。;省市县区州]/
const KNOWN = new RegExp(KNOWN_LABEL)
const JOINTLY = /职责|职能|分工|分别|共同|各自/

const roleOfLabel = (label: string): RoleWord => LABEL_WORDS.find(([word]) => word.test(label))?.[1] ?? 'other'

/** The labels of a text: a name that ran into its label (县水务局责任单位：) is none of it. */
export function labelsIn(text: string): Mark[] {
  if (!MAYBE_LABEL.test(text)) return []
  return allMatches(LABEL, text).map((found) => {
    const [words] = found
    const known = words.search(KNOWN)
    const start = found.index + (known > 1 && endsAsAgency(words.slice(0, known)) ? known : 0)
    const end = found.index + words.length
    const role = roleOfLabel(text.slice(start, end))
    return { start, end, role, label: true, sure: known >= 0, jointly: false, joins: false }
  })
}

/** Within brackets inside the clause a role word belongs to one name: 市水务局（牵头）. */
function isNested(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('〔') > before.lastIndexOf('〕')
}

/** Labels and verbs of a clause in the order they stand; a verb inside a label (责任单位) is part of it. */
export function marksIn(text: string): Mark[] {
  const labels = labelsIn(text)
  const marks = [...labels]
  for (const found of allMatches(VERB, text)) {
    const start = found.index
    const end = start + found[0].length
    if (labels.some((label) => start < label.end && label.start < end)) continue
    const [words, lead, support, joins] = found
    const role: RoleWord = lead || joins ? 'lead' : support ? 'support' : 'responsible'
    marks.push({ start, end, role, label: false, sure: true, jointly: JOINTLY.test(words), joins: joins !== undefined })
  }
  return marks.filter((mark) => !isNested(text, mark.start)).sort((a, b) => a.start - b.start)
}
