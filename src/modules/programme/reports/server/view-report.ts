import type { Actor } from '#kernel/actor.ts'
import { listFilesOf } from '#modules/office/files/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ReportView } from '../contract.ts'
import { isLate } from '../domain/answered.ts'
import type { Correction } from '../domain/correction.ts'
import type { Report } from '../domain/report.ts'
import type { Looking } from '../domain/rights.ts'
import { rightsOn } from '../domain/rights.ts'
import type { ProgrammeReports } from './open-reports.ts'

/** Who looks, with the agencies they act for. */
export interface Viewer {
  actor: Actor
  ownAgencyIds: readonly string[]
}

/** What the rights of a report are decided from. */
export function lookingAt(
  { taskId, agencyId }: Pick<Report, 'taskId' | 'agencyId'>,
  { opened, actor, ownAgencyIds }: Viewer & { opened: ProgrammeReports },
): Looking {
  const leads = opened.tasks.get(taskId)?.leads ?? []
  return {
    actor,
    ownAgencyIds,
    leadIds: leads.flatMap((lead) => lead.agencyId ?? []),
    agencyName: opened.nameOf(agencyId),
  }
}

/** Reports as screens show them, in the order given. */
export async function viewReports(
  tx: Tx,
  rows: readonly Report[],
  looking: Viewer & { opened: ProgrammeReports },
): Promise<ReportView[]> {
  const files = await listFilesOf(
    tx,
    rows.map(({ id }) => ({ kind: 'statement', id })),
    looking.actor,
  )
  return rows.map((row) => viewOne(row, looking, files.get(row.id) ?? []))
}

function viewOne(row: Report, looking: Viewer & { opened: ProgrammeReports }, files: ReportView['files']): ReportView {
  const { divisionCode: _, submissionId: __, values, ...rest } = row
  const task = looking.opened.tasks.get(row.taskId)
  return {
    ...rest,
    taskTitle: task?.title ?? '已不在方案中的任务',
    taskNumber: task?.number ?? '',
    agencyName: looking.opened.nameOf(row.agencyId),
    late: isLate(row, row),
    values: values.flatMap((value) => viewFigure(value, { row, opened: looking.opened })),
    files,
    corrections: looking.opened.corrections.filter(({ reportId }) => reportId === row.id).map(viewCorrection),
    can: rightsOn(row, lookingAt(row, looking)),
  }
}

/** A correction without what only the program needs. */
export const viewCorrection = ({ id, targetId, before, after, reason, askedBy, askedAt, status, settledBy, settledAt, settledReason }: Correction) => ({
  id, targetId, before, after, reason, askedBy, askedAt, status, settledBy, settledAt, settledReason,
}) // biome-ignore format: two lists

/** Figures of the task itself; those its answer gave for other targets are shown there. */
function viewFigure(
  { targetId, value }: Report['values'][number],
  { row, opened }: { row: Report; opened: ProgrammeReports },
): ReportView['values'] {
  const target = opened.targets.get(targetId)
  if (target?.taskId !== row.taskId) return []
  const cycle = opened.reporting.cycles.find(({ key }) => key === row.cycle) ?? opened.cycle
  const ask = cycle ? opened.askingIn(cycle).get(targetId)?.ask : 'number'
  if (!ask) return []
  return [{ targetId, label: target.indicator.text, unit: target.unit, ask, value }]
}
