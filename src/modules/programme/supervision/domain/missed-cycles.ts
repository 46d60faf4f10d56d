interface Duty {
  taskId: string
  agencyId: string
  cycle: string
  dueOn: string
}

interface Said {
  taskId: string
  agencyId: string
  cycle: string
}

export interface Missed {
  agencyId: string
  /** Oldest first, without a report in between. */
  cycles: string[]
  lastDueOn: string
}

/** For each task the agencies that let their latest cycles pass without a word, up to the day. */
export function listMissed(duties: readonly Duty[], reports: readonly Said[], today: string): Map<string, Missed[]> {
  const keyOf = ({ taskId, agencyId, cycle }: Said) => `${taskId} ${agencyId} ${cycle}`
  const said = new Set(reports.map(keyOf))
  const latest = duties.filter(({ dueOn }) => dueOn < today).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const runs = new Map<string, { taskId: string; run: Missed }>()
  for (const duty of latest) {
    const { taskId, agencyId, cycle, dueOn } = duty
    const key = `${taskId} ${agencyId}`
    const before = runs.get(key)?.run.cycles ?? []
    const run = said.has(keyOf(duty)) ? [] : [...before, cycle]
    runs.set(key, { taskId, run: { agencyId, cycles: run, lastDueOn: dueOn } })
  }
  const missed = new Map<string, Missed[]>()
  for (const { taskId, run } of runs.values())
    if (run.cycles.length > 0) missed.set(taskId, [...(missed.get(taskId) ?? []), run])
  return missed
}
