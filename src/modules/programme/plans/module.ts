import { defineModule } from '#platform/operation/implement.ts'
import { planPublished } from './contract.ts'
import { handInFlow } from './domain/hand-in.ts'
import { planFlow } from './domain/plan.ts'
import { acceptProblem, withdrawAcceptance } from './server/accept-problem.ts'
import { amendPlan } from './server/amend-plan.ts'
import { carryOver } from './server/carry-over.ts'
import { comparePlans } from './server/compare-plans.ts'
import { correctPlan } from './server/correct-plan.ts'
import { discardPlan } from './server/discard-plan.ts'
import { findPlans } from './server/finders.ts'
import { getOriginal } from './server/get-original.ts'
import { getPlan } from './server/get-plan.ts'
import { handInFile, handInText, listHandIns, stopHandIn } from './server/hand-in.ts'
import { listPlans } from './server/list-plans.ts'
import type { PlanPorts } from './server/ports.ts'
import { publishPlan } from './server/publish-plan.ts'
import { recompilePlan } from './server/recompile-plan.ts'
import { settleNames } from './server/settle-names.ts'
import { planRows } from './server/tables.ts'
import { undoCorrection } from './server/undo-correction.ts'

/** From the document a government issued to a plan that is compiled, corrected, and published. */
export const plans = (ports: PlanPorts) =>
  defineModule({
    name: 'plans',
    title: '规划',
    unique: planRows,
    operations: [
      listPlans,
      handInFile(ports),
      handInText(ports),
      stopHandIn(ports),
      listHandIns,
      getPlan,
      correctPlan,
      amendPlan,
      carryOver,
      undoCorrection,
      settleNames,
      acceptProblem,
      withdrawAcceptance,
      recompilePlan,
      publishPlan,
      discardPlan,
      comparePlans,
      getOriginal(ports),
    ],
    tells: [planPublished],
    procedures: [handInFlow, planFlow],
    finds: [findPlans],
    listens: [],
  })
