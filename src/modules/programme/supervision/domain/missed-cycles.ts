import { answering, isPastDue } from '#modules/programme/reports/contract.ts'

interface Duty {
  taskId: string
  agencyId: string
  cycle: string
  dueOn: string
}

export interface Missed {
  agencyId: string
  /** Oldest first, without a report in between. */
  cycles: string[]
  lastDueOn: string
}

interface From {
  duties: readonly Duty[]
  /** Words that stand. */
  reports: readonly Omit<Duty, 'dueOn'>[]
  /** Tasks that are finished: they are asked no more. */
  finished: { has: (taskId: string) => boolean }
}

/** For each task the agencies that let their latest cycles pass without a word, up to the day. */
export function listMissed({ duties, reports, finished }: From, today: string): Map<string, Missed[]> {
  const answerTo = answering(reports)
  const over = duties.filter((duty) => isPastDue(duty, today) && !finished.has(duty.taskId))
  const runs = new Map<string, { taskId: string; run: Missed }>()
  for (const duty of over.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))) {
    const { taskId, agencyId, cycle, dueOn } = duty
    const key = `${taskId} ${agencyId}`
    const before = runs.get(key)?.run.cycles ?? []
    runs.set(key, { taskId, run: { agencyId, cycles: answerTo(duty) ? [] : [...before, cycle], lastDueOn: dueOn } })
  }
  const missed = new Map<string, Missed[]>()
  for (const { taskId, run } of runs.values())
    if (run.cycles.length > 0) missed.set(taskId, [...(missed.get(taskId) ?? []), run])
  return missed
}
