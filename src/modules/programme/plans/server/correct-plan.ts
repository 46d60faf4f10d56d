import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { applyCorrection } from '../domain/corrections/apply-corrections.ts'
import { correctionTitles } from '../domain/corrections/correction.ts'
import { planErrors } from '../domain/errors.ts'
import { correctingStep, planFlow } from '../domain/plan.ts'
import { lockPlan, openPlan, saveDocument, storeCorrections } from './load-plan.ts'
import { viewPlan } from './view-plan.ts'

export const correctPlan = implement(planContract.correctPlan, async ({ input, tx, actor, now, about }) => {
  const row = await lockPlan(tx, input, actor)
  planFlow.next(row.state, correctingStep(row))
  const opened = await openPlan(tx, row)
  const { correction } = input
  const title = correctionTitles[correction.kind]
  const corrected = applyCorrection(opened.plan, correction)
  if (!corrected) throw planErrors.correctionFindsNothing({ title })
  const [made] = await storeCorrections(tx, { opened, actor, now }, [correction])
  const saved = await saveDocument(tx, row, corrected)
  about(`规划《${saved.title}》`, { correction: title, before: made?.before, after: made?.after })
  return viewPlan(tx, await openPlan(tx, saved), actor)
})
