import { dayOf } from '#kernel/moment.ts'
import { findUnit } from '#kernel/quantity.ts'
import type { TargetView, TaskView } from '#modules/programme/programmes/contract.ts'
import type { Basis, TargetFact, TaskFact } from '../domain/facts.ts'
import type { ProgrammeRow } from './programme-row.ts'

/** A programme's tasks and targets as far as lamps are concerned; a target without a time of its own has the programme's. */
export function readBasis(
  { startOn, endOn, createdAt }: Pick<ProgrammeRow, 'startOn' | 'endOn' | 'createdAt'>,
  { tasks, targets }: { tasks: readonly TaskView[]; targets: readonly TargetView[] },
): Basis {
  return {
    startOn,
    endOn,
    startedOn: dayOf(createdAt),
    tasks: tasks.map(readTask),
    targets: targets.map((target) => readTarget(target, { startOn, endOn })),
  }
}

function readTask({
  id,
  kind,
  number,
  title,
  dueOn,
  ongoing,
  leads,
  participants,
  addedIn,
  planTaskId,
}: TaskView): TaskFact {
  const agencies = [
    ...leads.map(({ agencyId, name }) => ({ agencyId, name, isLead: true })),
    ...participants.map(({ agencyId, name }) => ({ agencyId, name, isLead: false })),
  ]
  return { id, kind, number, title, dueOn, ongoing, agencies, addedIn, planTaskId }
}

const wholes: ReadonlySet<string> = new Set(['count', 'people', 'events'])

/** A target as lamps look at it; one without a time of its own has the programme's. */
export function readTarget(target: TargetView, whole: Pick<Basis, 'startOn' | 'endOn'>): TargetFact {
  const { id, taskId, indicator, op, value, valueMax, unit, kind, accrual, period, baseline, repeats } = target
  const known = findUnit(unit)
  return {
    id,
    taskId,
    indicator: indicator.text,
    code: indicator.code,
    op,
    value,
    valueMax,
    unit,
    kind,
    accrual,
    whole: known !== undefined && known.scale === 1 && wholes.has(known.dimension),
    ranked: known?.dimension === 'rank',
    startOn: period?.start ?? whole.startOn,
    endOn: period?.end ?? whole.endOn,
    baseline: baseline?.value ?? null,
    repeats,
    words: wordsOf(target),
  }
}

/** What a clause says up to its figure and until the next stop; all of it where the figure's place in it is not known. */
function wordsOf({ clause, valueSpan }: Pick<TargetView, 'clause' | 'valueSpan'>): string {
  const at = valueSpan[1] - clause.span[0]
  if (valueSpan[0] < clause.span[0] || valueSpan[1] > clause.span[1]) return clause.text
  const stop = clause.text.slice(at).search(/[，；。\n]|[,;](?!\d)/u)
  return stop < 0 ? clause.text : clause.text.slice(0, at + stop)
}
