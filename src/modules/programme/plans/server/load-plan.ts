import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { ofRow, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { applyCorrections } from '../domain/corrections/apply-corrections.ts'
import type { Correction } from '../domain/corrections/correction.ts'
import { describeCorrection } from '../domain/corrections/describe-correction.ts'
import { planErrors } from '../domain/errors.ts'
import type { Plan } from '../domain/plan.ts'
import { recheck } from '../domain/recheck.ts'
import { acceptances, compilations, corrections, plans } from './tables.ts'

export type CorrectionRow = typeof corrections.$inferSelect
export type AcceptanceRow = typeof acceptances.$inferSelect

/** A plan as compiled, with its corrections laid over it. */
export interface OpenedPlan {
  row: Plan
  compilation: typeof compilations.$inferSelect
  /** With corrections applied and checked again. */
  plan: CompiledPlan
  corrections: CorrectionRow[]
  lost: ReadonlySet<string>
  acceptances: AcceptanceRow[]
}

/** The row of a plan of the actor's division; refused when there is none. */
export async function getPlanRow(tx: Tx, planId: string, actor: Pick<Actor, 'divisionCode'>): Promise<Plan> {
  const mine = and(eq(plans.id, planId), eq(plans.divisionCode, actor.divisionCode))
  const [row] = await tx.select().from(plans).where(mine)
  if (!row) throw planErrors.planNotFound({})
  return row
}

/** The row locked for a change; refused when somebody changed it since the person looked. */
export async function lockPlan(tx: Tx, asked: { planId: string; revision: number }, actor: Actor): Promise<Plan> {
  const mine = and(eq(plans.id, asked.planId), eq(plans.divisionCode, actor.divisionCode))
  const [row] = await tx.select().from(plans).where(mine).for('update')
  if (!row) throw planErrors.planNotFound({})
  if (row.revision !== asked.revision) throw planErrors.changedMeanwhile({})
  return row
}

export async function openPlan(tx: Tx, row: Plan): Promise<OpenedPlan> {
  const [compilation] = await tx.select().from(compilations).where(ofRow(compilations.planId, row))
  if (!compilation) throw planErrors.planNotFound({})
  const made = await tx
    .select()
    .from(corrections)
    .where(and(ofRow(corrections.planId, row), isNull(corrections.undoneAt)))
    .orderBy(asc(corrections.madeAt), asc(corrections.id))
  const accepted = await tx
    .select()
    .from(acceptances)
    .where(and(ofRow(acceptances.planId, row), isNull(acceptances.withdrawnAt)))
    .orderBy(asc(acceptances.acceptedAt), asc(acceptances.id))
  const changes = made.map((one) => ({ ...one.correction, rowId: one.id }))
  const { plan, lost } = applyCorrections(compilation.compiled, changes)
  const lostIds = new Set(lost.map((one) => one.rowId))
  return {
    row,
    compilation,
    plan: made.length > 0 ? recheck(plan) : plan,
    corrections: made,
    lost: lostIds,
    acceptances: accepted,
  }
}

/** Stores what a correction changed of the document's own facts, and that something changed. */
export async function saveDocument(tx: Tx, row: Plan, plan: CompiledPlan): Promise<Plan> {
  const { title, issuer, number, issuedOn, period } = plan.document
  const next: Plan = {
    ...row,
    title: title || row.fileName,
    issuer,
    number,
    issuedOn,
    period,
    revision: row.revision + 1,
  }
  await tx.update(plans).set(next).where(sameRow(plans, row))
  return next
}

interface Corrected {
  opened: OpenedPlan
  actor: Pick<Actor, 'name'>
  now: Date
}

/** Writes down corrections of a plan as somebody's; gives back what each says was changed. */
export async function storeCorrections(tx: Tx, { opened, actor, now }: Corrected, made: readonly Correction[]) {
  const { divisionCode, id: planId } = opened.row
  const stamp = { divisionCode, planId, madeBy: actor.name, madeAt: now, undoneBy: null, undoneAt: null }
  const rows = made.map((correction) => ({
    id: newId(now.getTime()),
    correction,
    ...stamp,
    ...describeCorrection(opened.plan, correction),
  }))
  if (rows.length > 0) await tx.insert(corrections).values(rows)
  return rows
}
