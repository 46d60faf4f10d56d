import type { AgencyMention, CompiledPlan, PlanTask } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import { modeOf, replaceTask } from './correct-tasks.ts'
import type { Correction } from './correction.ts'

type Of<K extends Correction['kind']> = Extract<Correction, { kind: K }>

/** Rewrites all agencies of a task; undefined when there is no such task or nothing changed. */
function rewrite(
  plan: CompiledPlan,
  at: Span,
  change: (all: AgencyMention[]) => AgencyMention[] | undefined,
): CompiledPlan | undefined {
  let changed = false
  const next = replaceTask(plan, at, (task) => {
    const all = change([...task.leads, ...task.participants])
    if (all) changed = true
    return all ? withAgencies(task, all) : task
  })
  return changed ? next : undefined
}

function withAgencies(task: PlanTask, all: readonly AgencyMention[]): PlanTask {
  const leads = all.filter((agency) => agency.role === 'lead')
  const participants = all.filter((agency) => agency.role === 'participant')
  return { ...task, leads, participants, mode: modeOf(leads.length, participants.length) }
}

/** A name that stands nowhere in the text points at the task's title. */
export const addAgency = (plan: CompiledPlan, { at, name, role }: Of<'addAgency'>) =>
  rewrite(plan, at, (all) =>
    all.some((agency) => agency.name === name) ? undefined : [...all, { name, role, span: at }],
  )

export const dropAgency = (plan: CompiledPlan, { at, name }: Of<'dropAgency'>) =>
  rewrite(plan, at, (all) => {
    const kept = all.filter((agency) => agency.name !== name)
    return kept.length < all.length ? kept : undefined
  })

export const renameAgency = (plan: CompiledPlan, { at, name, to }: Of<'renameAgency'>) =>
  rewrite(plan, at, (all) => replaceNamed(all, name, (agency) => ({ ...agency, name: to })))

export const changeRole = (plan: CompiledPlan, { at, name, role }: Of<'changeRole'>) =>
  rewrite(plan, at, (all) => replaceNamed(all, name, (agency) => ({ ...agency, role })))

function replaceNamed(
  all: AgencyMention[],
  name: string,
  change: (agency: AgencyMention) => AgencyMention,
): AgencyMention[] | undefined {
  if (!all.some((agency) => agency.name === name)) return undefined
  return all.map((agency) => (agency.name === name ? change(agency) : agency))
}
