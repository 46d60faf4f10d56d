import type { Order } from '../../domain/order.ts'
import type { Paper } from '../../domain/paper.ts'
import type { Stamp } from '../../domain/stamp.ts'

/** What a document is set from: the paper as it went out, and the matter as it stands. */
export interface PaperFacts {
  paper: Paper
  /** Null for a circular. */
  order: Order | null
  stamps: readonly Stamp[]
}
