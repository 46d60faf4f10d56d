import type { CompiledPlan, PlanTarget } from '#compiler/compiled-plan.ts'
import type { Tx } from '#platform/database/tx.ts'
import { listAims } from '../domain/aims.ts'
import type { Plan } from '../domain/plan.ts'
import { getPlanRow, openPlan } from './load-plan.ts'
import { matchPlanNames } from './plan-problems.ts'

/** A plan for those who run it: its facts, its corrected contents, and which agency of the register each name means. */
export interface PublishedPlan {
  row: Plan
  plan: CompiledPlan
  /** The targets the county answers for, in the order of the text. */
  aims: readonly PlanTarget[]
  agencyIdOf: ReadonlyMap<string, string>
}

export async function getPublishedPlan(tx: Tx, planId: string, divisionCode: string): Promise<PublishedPlan> {
  const opened = await openPlan(tx, await getPlanRow(tx, planId, { divisionCode }), 'inForce')
  const names = await matchPlanNames(tx, opened)
  const known = names.flatMap(({ name, match }) => (match.agencyId ? [[name, match.agencyId] as const] : []))
  return { row: opened.row, plan: opened.plan, aims: listAims(opened.plan), agencyIdOf: new Map(known) }
}

/** The corrected contents alone, for screens and tables that quote the plan: the register is not asked. */
export async function getPlanContents(tx: Tx, planId: string, divisionCode: string): Promise<CompiledPlan> {
  const row = await getPlanRow(tx, planId, { divisionCode })
  const key = `${divisionCode} ${row.id} ${row.revision}`
  const held = lastRead.get(key)
  if (held) return held
  const { plan } = await openPlan(tx, row, 'inForce')
  if (row.state === 'draft') return plan
  if (lastRead.size >= mostHeld) lastRead.clear()
  lastRead.set(key, plan)
  return plan
}

/** Published plans last quoted. Their words are the largest thing there is, read for a sentence at a time, and seldom change. */
const lastRead = new Map<string, CompiledPlan>()
const mostHeld = 8
