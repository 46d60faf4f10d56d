import { sameRow } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { carryCorrections } from '../domain/corrections/carry-corrections.ts'
import { correctionTitles } from '../domain/corrections/correction.ts'
import { planErrors } from '../domain/errors.ts'
import { planFlow } from '../domain/plan.ts'
import { getPlanRow, lockPlan, openPlan, saveDocument, storeCorrections } from './load-plan.ts'
import { plans } from './tables.ts'
import { viewPlan } from './view-plan.ts'

/**
 * What was corrected in the issue in force is corrected in the next one too, where the words it points at are there; the rest
 * is asked about. Done once for a draft.
 */
export const carryOver = implement(planContract.carryOver, async ({ input, tx, actor, now, about }) => {
  const row = await lockPlan(tx, input, actor)
  planFlow.next(row.state, 'correct')
  if (row.carried) throw planErrors.alreadyCarried({})
  const earlier = await openPlan(tx, await getPlanRow(tx, input.fromPlanId, actor))
  if (earlier.row.state !== 'published') throw planErrors.earlierIssueClosed({})
  const opened = await openPlan(tx, row)
  const { carried, open } = carryCorrections(earlier.plan, opened.plan, earlier.corrections)
  const grounds = carried.map(({ of }) => of.ground)
  await storeCorrections(
    tx,
    { opened, actor, now },
    carried.map(({ correction }) => correction),
    grounds,
  )
  const left = open.map(({ of, at }) => {
    const what = `${correctionTitles[of.correction.kind]}：${of.before || '（无）'} → ${of.after || '（无）'}`
    return { at, what, ground: of.ground }
  })
  const linked = { ...row, carried: { from: earlier.row.id, open: left } }
  await tx.update(plans).set({ carried: linked.carried }).where(sameRow(plans, row))
  const saved = await saveDocument(tx, linked, (await openPlan(tx, linked)).plan)
  about(`规划《${row.title}》`, { carried: carried.length, open: left.length })
  return viewPlan(tx, await openPlan(tx, saved), actor)
})
