import { and, desc, eq } from 'drizzle-orm'
import { getTaskRow, listOwnAgencyIds, visibleTaskFilter } from '#modules/programme/programmes/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { reportContract, type TaskReportsView } from '../contract.ts'
import { stands } from '../domain/answered.ts'
import { reportErrors } from '../domain/errors.ts'
import { listFinishes } from '../domain/finish.ts'
import { listOwed } from '../domain/owed.ts'
import { listValid } from '../domain/report-fact.ts'
import { mayRead } from '../domain/rights.ts'
import { listOpenings } from './list-openings.ts'
import { openReports, type ProgrammeReports } from './open-reports.ts'
import { viewOpening } from './opening-sheet.ts'
import { reports } from './tables.ts'
import { lookingAt, viewReports } from './view-report.ts'

/** What this person may read of all that was said of a task, newest first, and who has yet to say something. */
export const listTaskReports = implement(reportContract.listTaskReports, async ({ input, tx, actor, now }) => {
  const task = await getTaskRow(tx, input.taskId, actor)
  const isVisible = await visibleTaskFilter(tx, task.programmeId, actor)
  if (!isVisible(task.id)) return { reports: [], cycle: null, waitingFor: [], opening: null, openingFigures: [] }
  const opened = await openReports(tx, task.programmeId, { actor, now, agencyIds: [], taskIds: [task.id] })
  const of = and(eq(reports.divisionCode, actor.divisionCode), eq(reports.taskId, task.id))
  const rows = await tx.select().from(reports).where(of).orderBy(desc(reports.submittedAt), desc(reports.id))
  const viewer = { opened, actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  const { duties } = opened
  const finished = listFinishes({ words: listValid(rows, now), duties, openings: opened.openings })
  const owed = listOwed(duties, { rows, cycles: opened.reporting.cycles, finished })
  return {
    reports: await viewReports(
      tx,
      rows.filter((row) => mayRead(row, lookingAt(row, viewer))),
      viewer,
    ),
    ...(opened.openings.length > 0
      ? await viewOpenings(tx, { opened, taskId: task.id, now, isReported: rows.some(stands) })
      : { opening: null, openingFigures: [] }),
    cycle: opened.cycle,
    waitingFor: owed.filter(({ cycle }) => cycle === opened.cycle?.key).map(({ agencyId }) => opened.nameOf(agencyId)),
  }
})

/** What the office said of a task, and of its targets, when the programme began here. */
async function viewOpenings(
  tx: Tx,
  { opened, taskId, now, isReported }: { opened: ProgrammeReports; taskId: string; now: Date; isReported: boolean },
): Promise<Pick<TaskReportsView, 'opening' | 'openingFigures'>> {
  const lines = await listOpenings(tx, owned(opened.programmeId, opened.reporting), now)
  const line = lines.find(({ subjectId }) => subjectId === taskId)
  return {
    opening: line ? { ...viewOpening(line), isReported } : null,
    openingFigures: lines.flatMap((one) => {
      const target = opened.targets.get(one.subjectId)
      if (target?.taskId !== taskId) return []
      return [{ ...viewOpening(one), targetId: target.id, label: target.indicator.text, unit: target.unit }]
    }),
  }
}

export const getReport = implement(
  reportContract.getReport,
  async ({ input, tx, actor, now }: Call<{ reportId: string }>) => {
    const mine = and(eq(reports.id, input.reportId), eq(reports.divisionCode, actor.divisionCode))
    const [row] = await tx.select().from(reports).where(mine)
    if (!row) throw reportErrors.reportNotFound({})
    const opened = await openReports(tx, row.programmeId, { actor, now, agencyIds: [], taskIds: [row.taskId] })
    const viewer = { opened, actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
    if (!mayRead(row, lookingAt(row, viewer))) throw reportErrors.reportNotFound({})
    const [view] = await viewReports(tx, [row], viewer)
    if (!view) throw reportErrors.reportNotFound({})
    return view
  },
)
