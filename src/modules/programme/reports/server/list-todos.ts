import { and, eq } from 'drizzle-orm'
import { type Actor, agencyStaff } from '#kernel/actor.ts'
import { endOfDay } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import type { Todo } from '#kernel/todo.ts'
import { getProgrammeRow, listOwnAgencyIds, loadContents } from '#modules/programme/programmes/server/index.ts'
import { type DutyFact, formatCycle } from '#modules/programme/reporting/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { openingAsked } from '../domain/opening.ts'
import { reviewRefusal } from '../domain/rights.ts'
import { listOwnDuties } from './list-own-duties.ts'
import { openReports } from './open-reports.ts'
import { openSheet } from './opening-sheet.ts'
import { reports } from './tables.ts'
import { lookingAt } from './view-report.ts'
import { listWaiting } from './waiting-corrections.ts'

const reviewing: readonly Actor['role'][] = ['office', 'reviewer', 'agencyHead']

/** What a person has to report or to sign. */
export async function listTodos(tx: Tx, actor: Actor, programmeId: string, today: string): Promise<Todo[]> {
  const now = endOfDay(today)
  const { agencyId } = actor
  const reports = agencyStaff.includes(actor.role) && agencyId !== null
  const owed = reports ? await listOwnDuties(tx, { programmeId, agencyId, now }, actor) : []
  const signs = reviewing.includes(actor.role) ? await listSigns(tx, programmeId, { actor, now }) : []
  const opening = actor.role === 'office' ? await listOpen(tx, programmeId, { actor, now }) : []
  const waiting = reviewing.includes(actor.role) ? await listWaiting({ tx, actor, now }, programmeId) : []
  return [...listReports(owed), ...signs, ...listConsents(waiting.length), ...opening]
}

const listConsents = (count: number): Todo[] =>
  count === 0 ? [] : [{ kind: 'correction', title: `${count} 个更正待同意`, dueOn: null, link: '/reviews' }]

/** Said once, and never asked again where everything was said or reported. */
async function listOpen(tx: Tx, programmeId: string, { actor, now }: { actor: Actor; now: Date }): Promise<Todo[]> {
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const asked = openingAsked(programme, dayOf(programme.createdAt))
  const { tasks, targets } = await loadContents(tx, programme)
  const isOver = targets.some(({ period }) =>
    asked.target({ startOn: period?.start ?? null, endOn: period?.end ?? null }),
  )
  // Most plans are published before their time begins; then nothing more need be read.
  if (!isOver && !tasks.some(asked.task)) return []
  const { open } = (await openSheet(tx, { programmeId, actor, now })).sheet.counts
  if (open === 0) return []
  const title = `说明期初情况：方案发布前已到期或已开始的还有 ${open} 项没有说明`
  return [{ kind: 'opening', title, dueOn: null, link: `/programmes/${programmeId}/opening` }]
}

function listReports(owed: readonly DutyFact[]): Todo[] {
  return [...new Set(owed.map(({ cycle }) => cycle))].map((cycle) => {
    const of = owed.filter((duty) => duty.cycle === cycle)
    return {
      kind: 'report',
      title: `报送${formatCycle(cycle)}进展：${of.length} 项任务`,
      dueOn: of[0]?.dueOn ?? null,
      link: '/reports',
    }
  })
}

async function listSigns(tx: Tx, programmeId: string, { actor, now }: { actor: Actor; now: Date }): Promise<Todo[]> {
  const waiting = and(
    eq(reports.divisionCode, actor.divisionCode),
    eq(reports.programmeId, programmeId),
    eq(reports.status, 'submitted'),
  )
  const ownAgencyIds = await listOwnAgencyIds(tx, actor)
  const rows = await tx.select().from(reports).where(waiting)
  // Most days nothing waits to be signed; then a programme's reporting need not be read for it.
  if (rows.length === 0) return []
  const taskIds = [...new Set(rows.map(({ taskId }) => taskId))]
  const opened = await openReports(tx, programmeId, { actor, now, agencyIds: [], taskIds })
  const mine = rows.filter((row) => reviewRefusal(row, lookingAt(row, { opened, actor, ownAgencyIds })) === null)
  if (mine.length === 0) return []
  return [{ kind: 'review', title: `${mine.length} 条报送待签收`, dueOn: null, link: '/reviews' }]
}
