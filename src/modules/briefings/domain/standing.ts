type Lamp = 'green' | 'yellow' | 'red' | 'grey'

/** A task as the list of lamps filters it. */
export interface StandingTask {
  lamp: Lamp
  change: 'worse' | 'better' | 'finished' | 'moved' | null
  fresh: 'fresh' | 'due' | 'stale' | 'none'
  doubtful: boolean
  leads: readonly string[]
}

export interface StandingFilter {
  /** Each empty for all. */
  lamps: readonly string[]
  change: string
  fresh: string
  agency: string
  doubtfulOnly: boolean
}

/** Tasks that answer every filter, in their order. */
export const listStanding = <T extends StandingTask>(
  tasks: readonly T[],
  { lamps, change, fresh, agency, doubtfulOnly }: StandingFilter,
): readonly T[] =>
  tasks.filter(
    (task) =>
      (lamps.length === 0 || lamps.includes(task.lamp)) &&
      (change === '' || change === task.change) &&
      (fresh === '' || fresh === task.fresh) &&
      (agency === '' || task.leads.includes(agency)) &&
      (!doubtfulOnly || task.doubtful),
  )
