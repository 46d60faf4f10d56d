import type { PartyKind } from './party.ts'

/** A role as the area that brings it declares it. What it may do stands in the contract line of every operation. */
export interface RoleLine {
  /** What people call it. */
  title: string
  /** Whom its holder acts for. */
  actsFor: PartyKind
  /** It is a duty of the whole county, though its holder may belong to somebody. */
  forCounty?: true
}
