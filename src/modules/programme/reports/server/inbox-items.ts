import { and, eq, inArray } from 'drizzle-orm'
import { listOwnFiles } from '#modules/office/files/server/index.ts'
import { isJudged, questionOf } from '#modules/programme/plans/contract.ts'
import type { TargetView } from '#modules/programme/programmes/contract.ts'
import { listOwnTasks } from '#modules/programme/programmes/server/index.ts'
import type { Cycle, DutyFact } from '#modules/programme/reporting/contract.ts'
import { listOpenSteps, type ScheduleFact } from '#modules/programme/schedules/contract.ts'
import { loadScheduleFacts } from '#modules/programme/schedules/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { InboxItem } from '../contract.ts'
import { answering, stands } from '../domain/answered.ts'
import { lastValues } from '../domain/last-values.ts'
import { listOwed } from '../domain/owed.ts'
import type { Draft, Report } from '../domain/report.ts'
import { listFinished } from './list-finished.ts'
import type { ProgrammeReports } from './open-reports.ts'
import { assignments, drafts } from './tables.ts'
import { type Viewer, viewReports } from './view-report.ts'

type Wanted = Viewer & { agencyId: string; now: Date }

/** What an agency is shown: all of the newest cycle, said or not; of earlier ones what is still owed. */
export async function listInboxItems(tx: Tx, opened: ProgrammeReports, wanted: Wanted): Promise<InboxItem[]> {
  const { rows, reporting, cycle: newest } = opened
  const duties = opened.duties.filter(({ agencyId }) => agencyId === wanted.agencyId)
  const programme = owned(opened.programmeId, reporting)
  // What neither the agency itself nor the office says is finished, is not.
  const claimed =
    opened.openings.some(({ said }) => said === 'finished') ||
    rows.some(({ status, progress }) => status === 'signed' && progress === 'finished')
  const tasks = [...opened.tasks.values()]
  const finished = claimed ? await listFinished(tx, programme, { tasks, asOf: wanted.now }) : new Map<string, string>()
  const owed = listOwed(duties, { rows, cycles: reporting.cycles, finished })
  const shown = [
    ...duties.filter(({ cycle }) => cycle === newest?.key),
    ...owed.filter(({ cycle }) => cycle !== newest?.key),
  ]
  const answer = answering(rows.filter(stands))
  const standing = (duty: DutyFact) => (answer(duty) ? 'answered' : owed.includes(duty) ? 'owed' : 'finished')
  const cycles = new Map(opened.reporting.cycles.map((cycle) => [cycle.key, cycle]))
  const kept = await loadKept(tx, shown, wanted)
  const scheduleOf = await loadOwnSchedules(tx, opened, wanted)
  const words = shown.flatMap((duty) => pick(opened.rowsOf(duty), cycles.get(duty.cycle)).flatMap((row) => row ?? []))
  const views = new Map((await viewReports(tx, words, { opened, ...wanted })).map((view) => [view.id, view]))
  return shown.flatMap((duty): InboxItem[] => {
    const task = opened.tasks.get(duty.taskId)
    const cycle = cycles.get(duty.cycle)
    if (!task || !cycle) return []
    const [last, said] = pick(opened.rowsOf(duty), cycle)
    const draft = kept.drafts.get(`${duty.taskId}/${duty.cycle}`)
    return [
      {
        taskId: task.id,
        number: task.number,
        title: task.title,
        action: task.action,
        cycle,
        standing: standing(duty),
        ...viewTargets(task.targets, { opened, duty, cycle }),
        last: (last && views.get(last.id)) ?? null,
        said: (said && views.get(said.id)) ?? null,
        draft: draft ? { answer: draft.answer, savedAt: draft.savedAt } : null,
        draftFiles: [...new Set(draft?.answer.fileIds)].flatMap((id) => kept.files.get(id) ?? []),
        dueSteps: listOpenSteps(scheduleOf.get(task.id), cycle.dueOn),
        reporter: kept.reporters.get(task.id) ?? null,
        delegatedBy: delegatedBy(duty, opened),
      },
    ]
  })
}

/** The schedules whose steps the agency may tick: those of the tasks it leads. */
async function loadOwnSchedules(
  tx: Tx,
  { programmeId, tasks }: ProgrammeReports,
  { actor, now }: Wanted,
): Promise<ReadonlyMap<string, ScheduleFact>> {
  const own = await listOwnTasks(tx, programmeId, actor)
  const led = [...tasks.keys()].filter((id) => own.get(id) === 'lead')
  return led.length === 0 ? new Map() : loadScheduleFacts(tx, owned(programmeId, actor), now, led)
}

/** The valid word of the newest earlier cycle, and the newest attempt of this one. */
function pick(rows: readonly Report[], cycle: Cycle | undefined): [Report | undefined, Report | undefined] {
  if (!cycle) return [undefined, undefined]
  const { key, endOn } = cycle
  const now = rows.filter((row) => row.cycle === key)
  const before = rows.filter((row) => row.endOn < endOn && stands(row))
  return [before.at(-1), now.at(-1)]
}

function viewTargets(
  targets: readonly TargetView[],
  { opened, duty, cycle }: { opened: ProgrammeReports; duty: DutyFact; cycle: InboxItem['cycle'] },
): Pick<InboxItem, 'asked' | 'shown'> {
  const asking = opened.askingIn(cycle)
  const last = lastValues(opened.validOf(duty), { ...duty, before: cycle, cycles: opened.reporting.cycles })
  const asked: InboxItem['asked'] = []
  const shown: InboxItem['shown'] = []
  for (const target of targets) {
    const { ask, why } = asking.get(target.id) ?? { ask: null, why: '' }
    const plain = { targetId: target.id, label: target.indicator.text, unit: target.unit, aim: target.sentence }
    if (ask) asked.push({ ...plain, ask, meaning: questionOf(target, cycle.endOn), last: last.get(target.id) ?? null })
    else if (isJudged(target)) shown.push({ ...plain, why: why ?? '', known: opened.knownOf(target.id) ?? null })
  }
  return { asked, shown }
}

function delegatedBy({ taskId, agencyId, dueOn }: DutyFact, { reporting, nameOf }: ProgrammeReports): string | null {
  const given = reporting.delegations.find(
    (one) =>
      one.taskId === taskId && one.toAgencyId === agencyId && one.fromOn <= dueOn && (one.toOn ?? dueOn) >= dueOn,
  )
  return given ? nameOf(given.fromAgencyId) : null
}

interface Kept {
  drafts: Map<string, Draft>
  files: ReadonlyMap<string, InboxItem['draftFiles'][number]>
  reporters: Map<string, { userId: string; name: string }>
}

async function loadKept(tx: Tx, shown: readonly DutyFact[], { actor, agencyId }: Wanted): Promise<Kept> {
  const taskIds = [...new Set(shown.map(({ taskId }) => taskId))]
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
