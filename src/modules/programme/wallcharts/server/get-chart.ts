import { may } from '#kernel/contract.ts'
import { getProgrammeRow, loadContents, saidSight } from '#modules/programme/programmes/server/index.ts'
import { implement } from '#platform/operation/implement.ts'
import { wallchartContract } from '../contract.ts'
import { isFollowed } from '../domain/follow.ts'
import { chartOf } from './chart-input.ts'
import { loadChartState } from './load-chart-state.ts'
import { listLeaders } from './load-follows.ts'

export const getChart = implement(wallchartContract.getChart, async ({ input, tx, actor, now, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const contents = await loadContents(tx, programme.id)
  const sight = await saidSight(tx, programme.id, actor)
  const leaders = await listLeaders(tx, actor.divisionCode)
  return {
    programmeId: programme.id,
    chart: chartOf(programme, contents, await loadChartState(tx, programme, { now, today, sight })),
    leaders: leaders
      .map(({ userId, name, ...follows }) => ({
        userId,
        name,
        taskIds: contents.tasks.filter((task) => isFollowed(follows, task)).map(({ id }) => id),
      }))
      .filter(({ taskIds }) => taskIds.length > 0),
    readAt: now,
    can: { saveFollows: may(actor, wallchartContract.saveFollows) },
  }
})
