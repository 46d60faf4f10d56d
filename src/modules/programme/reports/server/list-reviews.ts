import { and, asc, eq } from 'drizzle-orm'
import { groupBy } from '#kernel/group-by.ts'
import { listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type ReviewView, reportContract } from '../contract.ts'
import { stands } from '../domain/answered.ts'
import { type FlaggedTarget, flagReport } from '../domain/flags.ts'
import type { Report } from '../domain/report.ts'
import { reviewRefusal } from '../domain/rights.ts'
import { openReports, type ProgrammeReports } from './open-reports.ts'
import { reports } from './tables.ts'
import { lookingAt, type Viewer, viewReports } from './view-report.ts'

/** What waits for this person's signature, the oldest first, each beside the word before it and with what is striking. */
export const listReviews = implement(reportContract.listReviews, async ({ tx, actor, now }) => {
  const viewer = { actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  const waiting = and(eq(reports.divisionCode, actor.divisionCode), eq(reports.status, 'submitted'))
  const rows = await tx.select().from(reports).where(waiting).orderBy(asc(reports.submittedAt), asc(reports.id))
  const found: ReviewView[] = []
  for (const [programmeId, here] of groupBy(rows, (row) => row.programmeId)) {
    const agencyIds = [...new Set(here.map(({ agencyId }) => agencyId))]
    const taskIds = [...new Set(here.map(({ taskId }) => taskId))]
    const opened = await openReports(tx, programmeId, { actor, now, agencyIds, taskIds })
    const mine = here.filter((row) => isMine(row, opened, viewer))
    found.push(...(await viewReviews(tx, mine, { opened, viewer })))
  }
  return found
})

/** Their own words are shown to reviewers too, with the reason why another must sign. */
const isMine = (row: Report, opened: ProgrammeReports, viewer: Viewer): boolean => {
  const looking = lookingAt(row, { opened, ...viewer })
  return reviewRefusal({ ...row, submittedById: '' }, looking) === null
}

async function viewReviews(
  tx: Tx,
  rows: readonly Report[],
  { opened, viewer }: { opened: ProgrammeReports; viewer: Viewer },
): Promise<ReviewView[]> {
  const previous = new Map(rows.map((row) => [row.id, findPrevious(row, opened)]))
  const before = [...previous.values()].filter((row) => row !== undefined)
  const views = new Map(
    (await viewReports(tx, [...rows, ...before], { opened, ...viewer })).map((one) => [one.id, one]),
  )
  return rows.flatMap((row): ReviewView[] => {
    const view = views.get(row.id)
    const last = previous.get(row.id)
    if (!view) return []
    const flags = flagReport(row, { before: last ?? null, targets: flaggedTargets(row, opened) })
    return [{ ...view, programmeTitle: opened.title, previous: (last && views.get(last.id)) ?? null, flags }]
  })
}

/** The agency's last valid word on the task of an earlier cycle. */
function findPrevious(row: Report, { rowsOf }: ProgrammeReports): Report | undefined {
  return rowsOf(row).findLast((one) => one.endOn < row.endOn && stands(one))
}

function flaggedTargets(row: Report, opened: ProgrammeReports): FlaggedTarget[] {
  const cycle = opened.reporting.cycles.find(({ key }) => key === row.cycle)
  const asking = cycle && opened.askingIn(cycle)
  return (opened.tasks.get(row.taskId)?.targets ?? []).map((target) => ({
    ...target,
    label: target.indicator.text,
    asked: Boolean(asking?.get(target.id)?.ask),
  }))
}
