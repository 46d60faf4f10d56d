import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { readableTaskFilter } from '#modules/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { NamedVerdict, ProgrammeVerdict, TargetVerdict, Verdict } from '../domain/verdict.ts'

const silent = ({ lamp }: Verdict): Verdict => ({ lamp, reasons: [] })

/** The colours of a verdict without anything that was said. */
const coloursOf = (verdict: NamedVerdict): NamedVerdict => ({
  ...verdict,
  schedule: silent(verdict.schedule),
  value: verdict.value && silent(verdict.value),
  freshness: { ...verdict.freshness, reasons: [] },
  doubts: [],
  targets: verdict.targets.map(coloursOfTarget),
})

const coloursOfTarget = ({ targetId, lamp }: TargetVerdict): TargetVerdict => ({
  targetId,
  lamp,
  reasons: [],
  reached: null,
  asOfOn: null,
  expectedNow: null,
  wanted: null,
  wantedOn: null,
  forecast: null,
})

/** What a person may look into of a programme's lamps: the reasons of their own tasks, the colours of all. */
export async function ownVerdicts(
  tx: Tx,
  { programmeId, actor }: { programmeId: string; actor: Actor },
  all: ProgrammeVerdict,
) {
  const isMine = await readableTaskFilter(tx, programmeId, actor)
  return {
    tasks: all.tasks.map((verdict) => (isMine(verdict.taskId) ? verdict : coloursOf(verdict))),
    overall: seesWholeCounty(actor) ? [...all.overall] : all.overall.map(coloursOfTarget),
  }
}
