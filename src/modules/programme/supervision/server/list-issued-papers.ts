import { and, asc, inArray } from 'drizzle-orm'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { OrderLevel } from '../domain/order.ts'
import { papers } from './tables.ts'

/** A paper that went out, and where it is opened. */
export interface IssuedPaper {
  kind: OrderLevel
  on: string
  title: string
  link: string
}

/** Circulars and orders of a programme, the oldest first: what answers 一季一督办 and 半年一通报. */
export async function listIssuedPapers(tx: Tx, programme: Owned): Promise<IssuedPaper[]> {
  const { id, orderId, kind, number, issuedOn } = papers
  const rows = await tx
    .select({ id, orderId, kind, number, issuedOn })
    .from(papers)
    .where(and(ofRow(papers.programmeId, programme), inArray(kind, ['circular', 'order'])))
    .orderBy(asc(issuedOn), asc(papers.id))
  return rows.map((paper) => ({
    kind: paper.kind,
    on: paper.issuedOn,
    title: paper.number,
    link: paper.orderId === null ? `/programmes/${programme.id}/supervision` : `/orders/${paper.orderId}`,
  }))
}
