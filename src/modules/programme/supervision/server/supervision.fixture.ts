import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract, type TaskView } from '#modules/programme/programmes/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import type { County } from '../../../../../test/county.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'

/** The invented plan with the sentence offices put under 督导考核, published. */
export async function runInventedPlan({
  db,
  system,
  people,
}: County): Promise<{ programmeId: string; tasks: readonly TaskView[] }> {
  const text = inventedPlan.replace(
    '县科技局每季度召开一次协调会。',
    '县科技局每季度召开一次协调会。实行一月一调度、一季一督办，对进度滞后的任务发督办单，整改时限一般不超过20天。',
  )
  const receipt = await system.call(planContract.handInText, people.office, { text })
  await system.background.idle()
  const handIns = await system.call(planContract.listHandIns, people.office, {})
  const planId = handIns.find(({ id }) => id === receipt.id)?.planId ?? ''
  const { revision } = await system.call(planContract.getPlan, people.office, { planId })
  await system.call(planContract.publishPlan, people.office, { planId, revision, newIssueOf: null })
  const [programme] = await system.call(programmeContract.listProgrammes, people.office, {})
  const programmeId = programme?.id ?? ''
  return { programmeId, tasks: await tasksOf(db, programmeId) }
}
