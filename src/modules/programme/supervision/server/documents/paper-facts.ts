import type { Entry } from '../../domain/entry.ts'
import type { Order } from '../../domain/order.ts'
import type { Paper } from '../../domain/paper.ts'

/** What a document is set from: the paper as it went out, and the case as it stands. */
export interface PaperFacts {
  paper: Paper
  /** Null for a circular. */
  order: Order | null
  entries: readonly Entry[]
}
