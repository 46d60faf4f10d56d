import { and, asc, eq } from 'drizzle-orm'
import { loadContents } from '#modules/programme/programmes/server/index.ts'
import { type Owned, ofRow, refersTo } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { CorrectedFigure } from '../domain/corrected-figure.ts'
import { corrections, reports } from './tables.ts'

/** Every figure of a programme that was corrected once it was signed, in the order that was granted; most programmes have none. */
export async function listCorrected(tx: Tx, programme: Owned): Promise<CorrectedFigure[]> {
  const { taskId, targetId, before, after, reason, settledAt } = corrections
  const { agencyId, submittedAt: statedAt, submittedOn: statedOn } = reports
  const rows = await tx
    .select({ taskId, targetId, before, after, reason, settledAt, agencyId, statedAt, statedOn })
    .from(corrections)
    .innerJoin(reports, refersTo(corrections.reportId, reports))
    .where(and(ofRow(corrections.programmeId, programme), eq(corrections.status, 'granted')))
    .orderBy(asc(settledAt), asc(corrections.id))
  if (rows.length === 0) return []
  const { targets } = await loadContents(tx, programme)
  const of = new Map(targets.map((target) => [target.id, target]))
  return rows.flatMap(({ settledAt: correctedAt, ...row }) => {
    const target = of.get(row.targetId)
    if (correctedAt === null) return []
    return [{ ...row, correctedAt, label: target?.indicator.text ?? '目标', unit: target?.unit ?? '' }]
  })
}
