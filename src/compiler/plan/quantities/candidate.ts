import type { Figure } from './figures.ts'
import type { Lead, Verb } from './lead.ts'

/** A figure in its place: the words before it, the words after it, what it takes over from its neighbours. */
export interface Candidate {
  figure: Figure
  lead: Lead
  /** From behind the bound to the next figure or the end of the segment. */
  tail: string
  /** The noun phrase the tail begins with; empty without one. */
  thing: string
  /** The tail begins with a verb. */
  acts: boolean
  /** The verb in force: its own, or that of the list it stands in. */
  verb: Verb | null
  /** The list it stands in has already given a target. */
  listed: boolean
  /** The count closes a list of names: 甲、乙等3家. */
  closed: boolean
  /** Another figure follows in the segment. */
  followed: boolean
  segment: string
}
