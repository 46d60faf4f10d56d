import type { ResponsibilityClause } from './parse-clause.ts'

/** A clause with the brackets that hold it, so that the sentence can be read without it. */
export interface FoundClause extends ResponsibilityClause {
  /** With brackets. */
  outerStart: number
  outerEnd: number
  bracketed: boolean
}
