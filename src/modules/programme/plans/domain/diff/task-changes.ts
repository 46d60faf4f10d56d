import type { AgencyMention, PlanTask } from '#compiler/compiled-plan.ts'
import { formatAgencies, formatDue, modeTitles, taskKindTitles } from '../labels.data.ts'
import type { DiffField, FieldChange } from '../plan-diff.ts'
import { taskBody } from '../task-body.ts'
import { change, hull } from './field-change.ts'
import { plain } from './similarity.ts'

/** What one task says differently in two versions; its number and place are no part of what it says. */
export function taskChanges(before: PlanTask, after: PlanTask): FieldChange[] {
  return [
    ...change('title', { text: before.title, span: before.titleSpan }, { text: after.title, span: after.titleSpan }),
    ...change('kind', at(before, taskKindTitles[before.kind]), at(after, taskKindTitles[after.kind])),
    ...change('text', at(before, taskBody(before)), at(after, taskBody(after))),
    ...change('mode', at(before, modeTitles[before.mode]), at(after, modeTitles[after.mode])),
    ...agencyChange('leads', before.leads, after.leads),
    ...agencyChange('participants', before.participants, after.participants),
    ...change('due', deadline(before), deadline(after)),
  ]
}

const at = (task: PlanTask, text: string) => ({ text, span: task.span })

/** In which order a plan lists the agencies of one role is not a change. */
function agencyChange(
  field: DiffField,
  before: readonly AgencyMention[],
  after: readonly AgencyMention[],
): FieldChange[] {
  const [dropped, added] = [lacking(before, after), lacking(after, before)]
  if (dropped.length + added.length === 0) return []
  return [
    {
      field,
      before: formatAgencies(before),
      after: formatAgencies(after),
      beforeSpan: hull(before.map((agency) => agency.span)),
      afterSpan: hull(after.map((agency) => agency.span)),
      dropped,
      added,
    },
  ]
}

const deadline = (task: PlanTask) => ({ text: formatDue(task.due), span: task.due?.span ?? null })

/** The names of one list that the other lacks, each once. */
const lacking = (all: readonly AgencyMention[], others: readonly AgencyMention[]) => {
  const known = new Set(others.map((agency) => plain(agency.name)))
  return [...new Set(all.filter((agency) => !known.has(plain(agency.name))).map((agency) => agency.name))]
}
