import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { type SaidSight, saidSight } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ProgrammeVerdict, Reason, TargetVerdict, TaskVerdict, Verdict } from '../domain/verdict.ts'

type Reads = (saidBy: Reason['saidBy']) => boolean

const reasonsFor = (reasons: readonly Reason[], reads: Reads): Reason[] => reasons.filter((one) => reads(one.saidBy))

const verdictFor = ({ lamp, reasons }: Verdict, reads: Reads): Verdict => ({
  lamp,
  reasons: reasonsFor(reasons, reads),
})

function targetFor(verdict: TargetVerdict, reads: Reads): TargetVerdict {
  if (reads(verdict.saidBy)) return { ...verdict, reasons: reasonsFor(verdict.reasons, reads) }
  return {
    ...verdictFor(verdict, reads),
    targetId: verdict.targetId,
    saidBy: [],
    reached: null,
    asOfOn: null,
    expectedNow: null,
    wanted: null,
    wantedOn: null,
    forecast: null,
  }
}

/** A task's lamps as somebody reads them: the colours, and of reasons and figures those that rest on nothing said by an agency whose words they may not read. */
export function verdictSeen<V extends TaskVerdict>(verdict: V, sight: SaidSight): V {
  const reads: Reads = (saidBy) => sight(verdict.taskId, saidBy)
  return {
    ...verdict,
    schedule: verdictFor(verdict.schedule, reads),
    value: verdict.value && verdictFor(verdict.value, reads),
    freshness: { ...verdict.freshness, reasons: reasonsFor(verdict.freshness.reasons, reads) },
    doubts: reasonsFor(verdict.doubts, reads),
    targets: verdict.targets.map((target) => targetFor(target, reads)),
  }
}

/** The same of every lamp of a programme. */
export const standingSeen = (all: ProgrammeVerdict, sight: SaidSight): ProgrammeVerdict => ({
  day: all.day,
  tasks: all.tasks.map((verdict) => verdictSeen(verdict, sight)),
  overall: all.overall.map((verdict) => targetFor(verdict, (saidBy) => sight(null, saidBy))),
})

/** What a person may look into of a programme's lamps; the colours of all. */
export async function ownVerdicts(
  tx: Tx,
  { programmeId, actor }: { programmeId: string; actor: Actor },
  all: ProgrammeVerdict,
) {
  if (seesWholeCounty(actor)) return { tasks: [...all.tasks], overall: [...all.overall] }
  const { tasks, overall } = standingSeen(all, await saidSight(tx, programmeId, actor))
  return { tasks: [...tasks], overall: [...overall] }
}
