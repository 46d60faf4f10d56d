import { and, asc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { ofRow, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { applyCorrections } from '../domain/corrections/apply-corrections.ts'
import type { Correction } from '../domain/corrections/correction.ts'
import { describeCorrection } from '../domain/corrections/describe-correction.ts'
import type { Ground } from '../domain/corrections/ground.ts'
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

/** A plan with the corrections made by now; with `inForce`, without those that are only proposed. */
export async function openPlan(tx: Tx, row: Plan, only?: 'inForce'): Promise<OpenedPlan> {
  const [compilation] = await tx.select().from(compilations).where(ofRow(compilations.planId, row))
  if (!compilation) throw planErrors.planNotFound({})
  const made = await tx
    .select()
    .from(corrections)
    .where(and(ofRow(corrections.planId, row), only ? inForce(row) : isNull(corrections.undoneAt)))
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

/** Corrections that hold in what runs: neither proposed since, nor taken back before. */
function inForce({ amendedAt }: Plan): SQL | undefined {
  const { madeAt, undoneAt } = corrections
  if (amendedAt === null) return isNull(undoneAt)
  return and(lte(madeAt, amendedAt), or(isNull(undoneAt), gt(undoneAt, amendedAt)))
}

/** What was proposed of a plan in force and waits for its ground: made, or taken back, since the plan was amended last. */
export function isProposed({ amendedAt }: Plan): SQL | undefined {
  const { madeAt, undoneAt } = corrections
  if (amendedAt === null) return sql`false`
  return or(and(gt(madeAt, amendedAt), isNull(undoneAt)), and(lte(madeAt, amendedAt), gt(undoneAt, amendedAt)))
}

/**
 * Stores that something of a plan changed, with the document's own facts; those of a plan in force stay until what is proposed
 * begins to hold.
 * @param amendedAt when what is proposed begins to hold
 */
export async function saveDocument(tx: Tx, row: Plan, plan: CompiledPlan, amendedAt?: Date): Promise<Plan> {
  const { title, issuer, number, issuedOn, period } = plan.document
  const facts = { title: title || row.fileName, issuer, number, issuedOn, period }
  const held = amendedAt ? { ...facts, amendedAt } : row.state === 'published' ? {} : facts
  const next: Plan = { ...row, ...held, revision: row.revision + 1 }
  await tx.update(plans).set(next).where(sameRow(plans, row))
  return next
}

interface Corrected {
  opened: OpenedPlan
  actor: Pick<Actor, 'name'>
  now: Date
}

/** What is proposed of a plan in force is later than what was amended, though both fall into one moment of the clock. */
export const afterAmending = ({ state, amendedAt }: Plan, now: Date): Date =>
  state === 'published' && amendedAt !== null && now <= amendedAt ? new Date(amendedAt.getTime() + 1) : now

/** Writes down corrections of a plan as somebody's; gives back what each says was changed. */
export async function storeCorrections(
  tx: Tx,
  { opened, actor, now }: Corrected,
  made: readonly Correction[],
  grounds?: readonly (Ground | null)[],
) {
  const { divisionCode, id: planId } = opened.row
  const madeAt = afterAmending(opened.row, now)
  const stamp = { divisionCode, planId, madeBy: actor.name, madeAt, undoneBy: null, undoneAt: null }
  const rows = made.map((correction, i) => ({
    id: newId(now.getTime()),
    correction,
    ...stamp,
    ground: grounds?.[i] ?? null,
    ...describeCorrection(opened.plan, correction),
  }))
  if (rows.length > 0) await tx.insert(corrections).values(rows)
  return rows
}
