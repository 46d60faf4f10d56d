import { sameRow } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { correctionTitles } from '../domain/corrections/correction.ts'
import { planErrors } from '../domain/errors.ts'
import { correctingStep, planFlow } from '../domain/plan.ts'
import { afterAmending, lockPlan, openPlan, saveDocument } from './load-plan.ts'
import { corrections } from './tables.ts'
import { viewPlan } from './view-plan.ts'

export const undoCorrection = implement(planContract.undoCorrection, async ({ input, tx, actor, now, about }) => {
  const row = await lockPlan(tx, input, actor)
  planFlow.next(row.state, correctingStep(row))
  const before = await openPlan(tx, row)
  const made = before.corrections.find((one) => one.id === input.correctionId)
  if (!made) throw planErrors.correctionNotFound({})
  await tx
    .update(corrections)
    .set({ undoneBy: actor.name, undoneAt: afterAmending(row, now) })
    .where(sameRow(corrections, made))
  const saved = await saveDocument(tx, row, (await openPlan(tx, row)).plan)
  about(`规划《${saved.title}》`, {
    undone: correctionTitles[made.correction.kind],
    before: made.before,
    after: made.after,
  })
  return viewPlan(tx, await openPlan(tx, saved), actor)
})
