import { newId } from '#kernel/ids.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { applyCorrection } from '../domain/corrections/apply-corrections.ts'
import { correctionTitles } from '../domain/corrections/correction.ts'
import { describeCorrection } from '../domain/corrections/describe-correction.ts'
import { planErrors } from '../domain/errors.ts'
import { planFlow } from '../domain/plan.ts'
import { lockPlan, openPlan, saveDocument } from './load-plan.ts'
import { corrections } from './tables.ts'
import { viewPlan } from './view-plan.ts'

export const correctPlan = implement(planContract.correctPlan, async ({ input, tx, actor, now, about }) => {
  const row = await lockPlan(tx, input, actor)
  planFlow.next(row.state, 'correct')
  const { plan } = await openPlan(tx, row)
  const { correction } = input
  const title = correctionTitles[correction.kind]
  const corrected = applyCorrection(plan, correction)
  if (!corrected) throw planErrors.correctionFindsNothing({ title })
  const words = describeCorrection(plan, correction)
  const { divisionCode, id: planId } = row
  const made = {
    divisionCode,
    planId,
    correction,
    ...words,
    madeBy: actor.name,
    madeAt: now,
    undoneBy: null,
    undoneAt: null,
  }
  await tx.insert(corrections).values({ id: newId(now.getTime()), ...made })
  const saved = await saveDocument(tx, row, corrected)
  about(`规划《${saved.title}》`, { correction: title, ...words })
  return viewPlan(tx, await openPlan(tx, saved), actor)
})
