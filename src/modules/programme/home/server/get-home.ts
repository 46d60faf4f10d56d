import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { countLamps } from '#modules/programme/lamps/contract.ts'
import { standingSeen } from '#modules/programme/lamps/server/index.ts'
import { countNotes } from '#modules/programme/notes/server/index.ts'
import {
  callAgencies,
  getProgrammeRow,
  saidSight,
  visibleTaskFilter,
} from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type HomeView, homeContract } from '../contract.ts'
import { byUrgency, shortfall } from '../domain/outlook.ts'
import { countPresent, listDoubts, listOutlooks, listSeen, listWorse } from './draw-home.ts'
import { gatherTodos } from './gather-todos.ts'
import { loadPresent, type Present } from './load-present.ts'

/** As many forecasts as are read at one sitting. */
const outlooksShown = 8

export const getHome = implement(homeContract.getHome, async ({ input, tx, actor, now, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const present = await loadPresent(tx, programme, today)
  const isVisible = await visibleTaskFilter(tx, programme.id, actor)
  const { standing } = present
  const visible = { ...standing, tasks: standing.tasks.filter(({ taskId }) => isVisible(taskId)) }
  const readable = { ...present, standing: standingSeen(visible, await saidSight(tx, programme.id, actor)) }
  const seen = listSeen(readable, isVisible)
  const outlooks = byUrgency(listOutlooks(readable, isVisible))
  const { fresh, due, stale, none, freshRatio } = countLamps(present.standing.tasks)
  return {
    programmeId: programme.id,
    today,
    asOf: now,
    sentence: countPresent(present),
    worse: listWorse(seen),
    todos: await gatherTodos(tx, actor, programme.id, today),
    outlooks: outlooks.slice(0, outlooksShown),
    outlooksInAll: outlooks.length,
    missed: outlooks.filter((outlook) => shortfall(outlook) > 0).length,
    freshness: { fresh, due, stale, none, ratio: freshRatio },
    silent: await nameSilent(tx, actor, present),
    doubts: listDoubts(seen),
    notes: await countNotes(tx, actor, programme.id),
  }
})

/** Who is silent; people of an agency are told of their own alone. */
async function nameSilent(tx: Tx, actor: Actor, { silent }: Present): Promise<HomeView['silent']> {
  const shown = seesWholeCounty(actor) ? silent : silent.filter(({ agencyId }) => agencyId === actor.agencyId)
  const agencyIds = shown.map(({ agencyId }) => agencyId)
  const nameOf = await callAgencies(tx, actor, agencyIds)
  return shown.map(({ agencyId, taskIds, dueOn, overdue }) => {
    return { agencyId, name: nameOf(agencyId), tasks: taskIds.length, dueOn, overdue }
  })
}
