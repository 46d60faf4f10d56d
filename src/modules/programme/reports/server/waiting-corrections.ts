import { and, asc, eq } from 'drizzle-orm'
import { listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { refersTo } from '#platform/database/same-row.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { reportContract, type WaitingCorrection } from '../contract.ts'
import type { Report } from '../domain/report.ts'
import { reviewRefusal } from '../domain/rights.ts'
import { openReports } from './open-reports.ts'
import { corrections, reports } from './tables.ts'
import { lookingAt, viewCorrection } from './view-report.ts'

type Looking = Pick<Call<unknown>, 'tx' | 'actor' | 'now'>

/** A report with its programme opened, as the person before it sees it. */
export async function lookAt({ tx, actor, now }: Looking, row: Report) {
  const opened = await openReports(tx, row.programmeId, { actor, now, agencyIds: [], taskIds: [row.taskId] })
  const viewer = { opened, actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  return { row, opened, looking: lookingAt(row, viewer) }
}

export const cycleOf = ({ cycle }: Pick<Report, 'cycle'>): string => formatCycle(cycle)

/** Corrections that wait for this person's consent: of reports they may sign, the oldest first. @param programmeId of one programme alone */
export async function listWaiting(call: Looking, programmeId?: string): Promise<WaitingCorrection[]> {
  const { tx, actor } = call
  const waiting = and(
    eq(corrections.divisionCode, actor.divisionCode),
    eq(corrections.status, 'asked'),
    programmeId === undefined ? undefined : eq(corrections.programmeId, programmeId),
  )
  const asked = await tx
    .select({ one: corrections, row: reports })
    .from(corrections)
    .innerJoin(reports, refersTo(corrections.reportId, reports))
    .where(waiting)
    .orderBy(asc(corrections.askedAt), asc(corrections.id))
  const found: WaitingCorrection[] = []
  for (const { one, row } of asked) {
    const { opened, looking } = await lookAt(call, row)
    if (reviewRefusal({ ...row, submittedById: one.askedById }, looking)) continue
    const target = opened.targets.get(one.targetId)
    found.push({
      ...viewCorrection(one),
      taskId: row.taskId,
      taskTitle: opened.tasks.get(row.taskId)?.title ?? '已不在方案中的任务',
      agencyName: looking.agencyName,
      cycle: row.cycle,
      label: target?.indicator.text ?? '目标',
      unit: target?.unit ?? '',
    })
  }
  return found
}

export const listWaitingCorrections = implement(reportContract.listWaitingCorrections, (call) => listWaiting(call))
