import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { implement } from '#platform/operation/implement.ts'
import { lampContract } from '../contract.ts'
import { compareLamps, countLamps } from '../domain/compare-lamps.ts'
import { lampErrors } from '../domain/errors.ts'
import type { Lamp } from '../domain/lamp.ts'
import { editionOn } from '../domain/rules/editions.ts'
import { ownVerdicts } from './own-verdicts.ts'
import { loadSnapshots } from './snapshots.ts'
import { verdictOn } from './standing.ts'

/** The day asked for, today where none is; a day to come has no lamps. */
export function dayAsked(on: string | undefined, today: string): string {
  if (on !== undefined && on > today) throw lampErrors.dayAhead({ day: on, today })
  return on ?? today
}

export const listVerdicts = implement(lampContract.listVerdicts, async ({ input, tx, actor, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const day = dayAsked(input.on, today)
  const all = await verdictOn(tx, programme, { day, today })
  const own = await ownVerdicts(tx, { programmeId: programme.id, actor }, all)
  return { programmeId: programme.id, day, today, edition: editionOn(day).name, counts: countLamps(all.tasks), ...own }
})

export const listLamps = implement(lampContract.listLamps, async ({ input, tx, actor, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const { tasks, overall } = await verdictOn(tx, programme, { day: today, today })
  return {
    programmeId: programme.id,
    day: today,
    tasks: tasks.map(({ taskId, summary, freshness }) => ({ taskId, lamp: summary, freshness: freshness.state })),
    targets: [...tasks.flatMap(({ targets }) => targets), ...overall].map(({ targetId, lamp }) => ({ targetId, lamp })),
  }
})

export const compareDays = implement(lampContract.compareDays, async ({ input, tx, actor, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const [from, to] = [dayAsked(input.from, today), dayAsked(input.to, today)]
  if (from > to) throw lampErrors.daysInOrder({ from, to })
  const kept = await loadSnapshots(tx, programme, from)
  const before = new Map<string, Lamp>([...kept].map(([taskId, { summary }]) => [taskId, summary]))
  if (before.size === 0) {
    for (const { taskId, summary } of (await verdictOn(tx, programme, { day: from, today })).tasks)
      before.set(taskId, summary)
  }
  const all = await verdictOn(tx, programme, { day: to, today })
  const { tasks } = await ownVerdicts(tx, { programmeId: programme.id, actor }, all)
  const titles = new Map(tasks.map(({ taskId, title }) => [taskId, title]))
  const changes = compareLamps(before, tasks).map((turn) => {
    return { ...turn, why: [...turn.why], title: titles.get(turn.taskId) ?? '' }
  })
  return { from, to, changes }
})
