import { and, eq, inArray } from 'drizzle-orm'
import { listOwnFiles } from '#modules/office/files/server/index.ts'
import type { TargetView } from '#modules/programme/programmes/contract.ts'
import type { Cycle, DutyFact } from '#modules/programme/reporting/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { InboxItem } from '../contract.ts'
import { lastValues } from '../domain/last-values.ts'
import { listOwed } from '../domain/owed.ts'
import type { Draft, Statement } from '../domain/statement.ts'
import { meaningOf } from '../domain/value-meaning.ts'
import type { Room } from './open-room.ts'
import { assignments, drafts } from './tables.ts'
import { type Viewer, viewStatements } from './view-statement.ts'

type Wanted = Viewer & { agencyId: string }

/** What the agency owes now: this cycle's tasks, then what was returned of earlier ones or left out of the last. */
export async function listInboxItems(tx: Tx, room: Room, wanted: Wanted): Promise<InboxItem[]> {
  const owed = listOwed(
    room.duties.filter(({ agencyId }) => agencyId === wanted.agencyId),
    { rows: room.rows, cycles: room.reporting.cycles },
  )
  const cycles = new Map(room.reporting.cycles.map((cycle) => [cycle.key, cycle]))
  const kept = await loadKept(tx, owed, wanted)
  const shown = owed.flatMap((duty) => pick(room.rowsOf(duty), cycles.get(duty.cycle)).flatMap((row) => row ?? []))
  const views = new Map((await viewStatements(tx, shown, { room, ...wanted })).map((view) => [view.id, view]))
  return owed.flatMap((duty): InboxItem[] => {
    const task = room.tasks.get(duty.taskId)
    const cycle = cycles.get(duty.cycle)
    if (!task || !cycle) return []
    const [last, said] = pick(room.rowsOf(duty), cycle)
    const draft = kept.drafts.get(`${duty.taskId}/${duty.cycle}`)
    return [
      {
        taskId: task.id,
        number: task.number,
        title: task.title,
        action: task.action,
        cycle,
        ...viewTargets(task.targets, { room, duty, cycle }),
        last: (last && views.get(last.id)) ?? null,
        said: (said && views.get(said.id)) ?? null,
        draft: draft ? { answer: draft.answer, savedAt: draft.savedAt } : null,
        draftFiles: [...new Set(draft?.answer.fileIds)].flatMap((id) => kept.files.get(id) ?? []),
        reporter: kept.reporters.get(task.id) ?? null,
        delegatedBy: delegatedBy(duty, room),
      },
    ]
  })
}

const holds = ({ status }: Statement): boolean => status === 'submitted' || status === 'signed'

/** The valid word of the newest earlier cycle, and the newest attempt of this one. */
function pick(rows: readonly Statement[], cycle: Cycle | undefined): [Statement | undefined, Statement | undefined] {
  if (!cycle) return [undefined, undefined]
  const { key, endOn } = cycle
  const now = rows.filter((row) => row.cycle === key)
  const before = rows.filter((row) => row.endOn < endOn && holds(row))
  return [before.at(-1), now.at(-1)]
}

function viewTargets(
  targets: readonly TargetView[],
  { room, duty, cycle }: { room: Room; duty: DutyFact; cycle: InboxItem['cycle'] },
): Pick<InboxItem, 'asked' | 'shown'> {
  const asking = room.askingIn(cycle)
  const last = lastValues(room.validOf(duty), { ...duty, before: cycle, cycles: room.reporting.cycles })
  const asked: InboxItem['asked'] = []
  const shown: InboxItem['shown'] = []
  for (const target of targets) {
    const { ask, why } = asking.get(target.id) ?? { ask: null, why: '' }
    const plain = { targetId: target.id, label: target.indicator.text, unit: target.unit, aim: target.shown }
    if (ask) asked.push({ ...plain, ask, meaning: meaningOf(target), last: last.get(target.id) ?? null })
    else if (target.kind !== 'benefit') shown.push({ ...plain, why: why ?? '', known: room.knownOf(target.id) ?? null })
  }
  return { asked, shown }
}

function delegatedBy({ taskId, agencyId, dueOn }: DutyFact, { reporting }: Room): string | null {
  const given = reporting.delegations.find(
    (one) =>
      one.taskId === taskId && one.toAgencyId === agencyId && one.fromOn <= dueOn && (one.toOn ?? dueOn) >= dueOn,
  )
  return given ? (reporting.agencyNames.get(given.fromAgencyId) ?? null) : null
}

interface Kept {
  drafts: Map<string, Draft>
  files: ReadonlyMap<string, InboxItem['draftFiles'][number]>
  reporters: Map<string, { userId: string; name: string }>
}

async function loadKept(tx: Tx, owed: readonly DutyFact[], { actor, agencyId }: Wanted): Promise<Kept> {
  const taskIds = [...new Set(owed.map(({ taskId }) => taskId))]
  if (taskIds.length === 0) return { drafts: new Map(), files: new Map(), reporters: new Map() }
  const mine = and(
    eq(drafts.divisionCode, actor.divisionCode),
    eq(drafts.userId, actor.userId),
    eq(drafts.agencyId, agencyId),
    inArray(drafts.taskId, taskIds),
  )
  const saved = await tx.select().from(drafts).where(mine)
  const given = and(eq(assignments.divisionCode, actor.divisionCode), eq(assignments.agencyId, agencyId))
  const assigned = await tx.select().from(assignments).where(given)
  const fileIds = saved.flatMap(({ answer }) => answer.fileIds ?? [])
  return {
    drafts: new Map(saved.map((draft) => [`${draft.taskId}/${draft.cycle}`, draft])),
    files: new Map((await listOwnFiles(tx, fileIds, actor)).map((file) => [file.id, file])),
    reporters: new Map(assigned.map(({ taskId, userId, userName }) => [taskId, { userId, name: userName }])),
  }
}
