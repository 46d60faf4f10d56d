import { may } from '#kernel/contract.ts'
import { isOverseen, oversightContract } from '#modules/programme/oversight/contract.ts'
import { listLeaders } from '#modules/programme/oversight/server/index.ts'
import { getProgrammeRow, loadContents, saidSight } from '#modules/programme/programmes/server/index.ts'
import { implement } from '#platform/operation/implement.ts'
import { wallchartContract } from '../contract.ts'
import { chartOf } from './chart-input.ts'
import { loadChartState } from './load-chart-state.ts'

export const getChart = implement(wallchartContract.getChart, async ({ input, tx, actor, now, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const contents = await loadContents(tx, programme)
  const sight = await saidSight(tx, programme.id, actor)
  const leaders = await listLeaders(tx, actor.divisionCode)
  return {
    programmeId: programme.id,
    chart: chartOf(
      programme,
      contents,
      await loadChartState(tx, programme, { tasks: contents.tasks, now, today, sight }),
    ),
    leaders: leaders
      .map(({ userId, name, ...overseen }) => ({
        userId,
        name,
        taskIds: contents.tasks.filter((task) => isOverseen(overseen, task)).map(({ id }) => id),
      }))
      .filter(({ taskIds }) => taskIds.length > 0),
    readAt: now,
    can: { saveOversight: may(actor, oversightContract.saveOversight) },
  }
})
