import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { useWrite } from '#ui/client.ts'
import { type Ground, type PlanView, planContract, type Settlement } from '../contract.ts'
import type { Correction } from '../domain/corrections/correction.ts'

const changedMeanwhile = 'plans.changedMeanwhile'
const reloaded = '别人刚改过这份规划，现已载入最新内容。您这次的操作没有保存，请看一下再做。'

interface Turn {
  planId: string
  revision: number
}

/**
 * Changes of one plan, each on top of the one before: a second key pressed while the first is on its way waits for it.
 * When somebody else changed the plan it is read again, and the person is told that theirs was not kept.
 */
function useTurns({ id: planId, revision }: PlanView) {
  const queries = useQueryClient()
  const latest = useRef(revision)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    latest.current = revision
  }, [revision])
  return useCallback(
    <T extends { revision?: number }>(change: (turn: Turn) => Promise<T>): Promise<T> => {
      const mine = last.current.then(async () => {
        try {
          const after = await change({ planId, revision: latest.current })
          if (after.revision !== undefined) latest.current = after.revision
          return after
        } catch (problem) {
          if (!(problem instanceof Refusal) || problem.code !== changedMeanwhile) throw problem
          await queries.invalidateQueries({ queryKey: [planContract.getPlan.name] })
          throw new Refusal(problem.kind, problem.code, reloaded)
        }
      })
      last.current = mine.catch(() => undefined)
      return mine
    },
    [planId, queries],
  )
}

/** Everything that changes a plan; each resolves when it is kept and shown, and throws the server's refusal. */
export function usePlanWrites(view: PlanView) {
  const queries = useQueryClient()
  const turn = useTurns(view)
  const key = [planContract.getPlan.name, { planId: view.id }]
  const quiet = { quiet: true, onDone: (next: PlanView) => void queries.setQueryData(key, next) }
  const { mutateAsync: correctPlan } = useWrite(planContract.correctPlan, quiet)
  const { mutateAsync: undoCorrection } = useWrite(planContract.undoCorrection, quiet)
  const { mutateAsync: settleNames } = useWrite(planContract.settleNames, quiet)
  const { mutateAsync: acceptProblem } = useWrite(planContract.acceptProblem, quiet)
  const { mutateAsync: withdrawAcceptance } = useWrite(planContract.withdrawAcceptance, quiet)
  const { mutateAsync: recompilePlan } = useWrite(planContract.recompilePlan, quiet)
  const { mutateAsync: carryOver } = useWrite(planContract.carryOver, quiet)
  const amending = useWrite(planContract.amendPlan, quiet)
  const { mutateAsync: publishPlan } = useWrite(planContract.publishPlan, { quiet: true })
  const { mutateAsync: discardPlan } = useWrite(planContract.discardPlan, { quiet: true })
  return {
    correct: useCallback(
      (correction: Correction) => turn((now) => correctPlan({ ...now, correction })),
      [turn, correctPlan],
    ),
    undo: useCallback(
      (correctionId: string) => turn((now) => undoCorrection({ ...now, correctionId })),
      [turn, undoCorrection],
    ),
    settle: useCallback(
      (settlements: Settlement[]) => turn(({ planId }) => settleNames({ planId, settlements })),
      [turn, settleNames],
    ),
    accept: (problem: { code: string; span: [number, number] }, reason: string) =>
      turn((now) => acceptProblem({ ...now, code: problem.code, at: problem.span, reason })),
    withdraw: useCallback(
      (acceptanceId: string) => turn((now) => withdrawAcceptance({ ...now, acceptanceId })),
      [turn, withdrawAcceptance],
    ),
    amend: (ground: Ground) => turn((now) => amending.mutateAsync({ ...now, ground })),
    amending,
    carryOver: (fromPlanId: string) => turn((now) => carryOver({ ...now, fromPlanId })),
    recompile: () => turn((now) => recompilePlan(now)),
    publish: (newIssueOf: string | null) =>
      turn(async (now) => {
        const { planId, version } = await publishPlan({ ...now, newIssueOf })
        return { planId, version, revision: undefined }
      }),
    discard: (reason: string) => turn((now) => discardPlan({ ...now, reason })),
  }
}

export type PlanWrites = ReturnType<typeof usePlanWrites>
