import { and, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { earlier } from '#kernel/day.ts'
import { groupBy } from '#kernel/group-by.ts'
import { dayOf } from '#kernel/moment.ts'
import { questionOf } from '#modules/programme/plans/contract.ts'
import type { TargetView, TaskView } from '#modules/programme/programmes/contract.ts'
import { getProgrammeRow, loadContents } from '#modules/programme/programmes/server/index.ts'
import { listFigures } from '#modules/programme/reporting/contract.ts'
import { listOutside } from '#modules/programme/reporting/server/index.ts'
import { loadScheduleFacts } from '#modules/programme/schedules/server/index.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { standingStatuses } from '../domain/answered.ts'
import type { OpeningSubject } from '../domain/check-opening.ts'
import { type Opening, type OpeningAsked, openingAsked } from '../domain/opening.ts'
import type { OpeningFigure, OpeningSheet, OpeningTask, OpeningView } from '../domain/views/opening-view.ts'
import { listOpenings } from './list-openings.ts'
import { reports } from './tables.ts'

export interface OpenSheet {
  sheet: OpeningSheet
  /** Everything that may be spoken of, by the id of the task or the target. */
  subjects: ReadonlyMap<string, OpeningSubject>
}

interface Looking {
  programmeId: string
  actor: Pick<Actor, 'divisionCode'>
  now: Date
}

/** The one sheet of a programme: what is asked of how things stood, what was said of it, and what is still open. */
export async function openSheet(tx: Tx, { programmeId, actor, now }: Looking): Promise<OpenSheet> {
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const { tasks, targets } = await loadContents(tx, programme)
  const [publishedOn, today] = [dayOf(programme.createdAt), dayOf(now)]
  const said = new Map((await listOpenings(tx, programme, now)).map((line) => [line.subjectId, line]))
  const known = await listSpokenOf(tx, programme, now)
  const judging = { asked: openingAsked(programme, publishedOn), said, known, today }
  const schedules = await loadScheduleFacts(tx, programme, now)
  const figures = listFigures(targets, today).flatMap(({ target, ask }) => viewFigure(target, { ...judging, ask }))
  const ofTask = groupBy(figures, ({ target }) => target.taskId ?? '')
  const shownIn = (taskId: string) => (ofTask.get(taskId) ?? []).map(({ shown }) => shown)
  const views = tasks.flatMap((task) => {
    const steps = (schedules.get(task.id)?.steps ?? []).filter(
      ({ finishOn, doneOn }) => doneOn === null && finishOn < today,
    )
    return viewTask(task, { ...judging, steps, figures: shownIn(task.id) })
  })
  const overall = shownIn('')
  return {
    sheet: {
      programmeTitle: programme.title,
      today,
      publishedOn,
      startOn: programme.startOn,
      tasks: views,
      overall,
      counts: countAll([...views, ...views.flatMap((task) => task.figures), ...overall]),
    },
    subjects: new Map<string, OpeningSubject>([
      ...views.map((shown) => [shown.taskId, { kind: 'task', shown }] as [string, OpeningSubject]),
      ...figures.map((figure) => [figure.shown.targetId, { kind: 'figure', ...figure }] as [string, OpeningSubject]),
    ]),
  }
}

type Shown = Pick<OpeningTask, 'opening' | 'isReported' | 'isOpen'>

const countAll = (all: readonly Shown[]): OpeningSheet['counts'] => ({
  asked: all.length,
  open: all.filter(({ isOpen }) => isOpen).length,
  unclear: all.filter(({ opening, isReported }) => opening?.said === 'unclear' && !isReported).length,
})

/** Tasks and targets of which an agency's word stands, and targets of which a figure was taken over from outside. */
async function listSpokenOf(tx: Tx, programme: Owned, now: Date): Promise<ReadonlySet<string>> {
  const standing = and(ofRow(reports.programmeId, programme), inArray(reports.status, [...standingStatuses]))
  const words = await tx.select({ taskId: reports.taskId, values: reports.values }).from(reports).where(standing)
  const outside = await listOutside(tx, programme, now)
  return new Set([
    ...words.flatMap(({ taskId, values }) => [taskId, ...values.map(({ targetId }) => targetId)]),
    ...outside.map(({ targetId }) => targetId),
  ])
}

interface Judging {
  asked: OpeningAsked
  said: ReadonlyMap<string, Opening>
  known: ReadonlySet<string>
  today: string
}

/** How a subject stands; undefined where it is neither asked nor was ever spoken of here. */
function standingOf(id: string, isAsked: boolean, { said, known }: Judging): Shown | undefined {
  const [line, isReported] = [said.get(id), known.has(id)]
  if (!isAsked && !line) return undefined
  return { opening: line ? viewOpening(line) : null, isReported, isOpen: isAsked && !line && !isReported }
}

export const viewOpening = ({ said, on, value, undone, from, saidBy, saidAt }: Opening): OpeningView => ({
  said,
  on,
  value,
  undone,
  from,
  saidBy,
  saidAt,
})

function viewFigure(
  target: TargetView,
  { ask, ...judging }: Judging & { ask: OpeningFigure['ask'] },
): { shown: OpeningFigure; target: TargetView }[] {
  const { id: targetId, indicator, unit, sentence, period } = target
  const isAsked = judging.asked.target({ startOn: period?.start ?? null, endOn: period?.end ?? null })
  const standing = standingOf(targetId, isAsked, judging)
  const meaning = questionOf(target, earlier(judging.today, period?.end ?? judging.today))
  const words = { label: indicator.text || '目标', unit, aim: sentence, meaning }
  return standing ? [{ shown: { targetId, ...words, ask, ...standing }, target }] : []
}

function viewTask(
  { id: taskId, number, title, leads, dueOn, planTaskId }: TaskView,
  { steps, figures, ...judging }: Judging & { steps: OpeningTask['steps']; figures: OpeningFigure[] },
): OpeningTask[] {
  // What a meeting decided here did not begin before.
  const isAsked =
    !planTaskId.startsWith('added-') && (figures.some(({ isOpen }) => isOpen) || judging.asked.task({ dueOn }))
  const standing = standingOf(taskId, isAsked, judging)
  if (!standing && figures.length === 0) return []
  const shown = standing ?? { opening: null, isReported: judging.known.has(taskId), isOpen: false }
  const plain = steps.map(({ stepId, title: step, finishOn }) => ({ stepId, title: step, finishOn }))
  return [{ taskId, number, title, leads: leads.map(({ name }) => name), dueOn, steps: plain, figures, ...shown }]
}
