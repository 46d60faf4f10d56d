import { useMemo } from 'react'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import type { ChartView } from '../contract.ts'
import { filterChart } from '../domain/filter-chart.ts'
import type { ChartInput } from '../domain/wall-chart/chart.ts'

/** The chart as the address narrows it: `leader`, `action`, `changed`. */
export function useShownChart({ chart, leaders }: ChartView): ChartInput {
  const leader = useUrlWord('leader')
  const actions = useUrlList('action').join('\n')
  const changedOnly = useUrlWord('changed') !== ''
  return useMemo(() => {
    const taskIds = leader === '' ? null : (leaders.find(({ userId }) => userId === leader)?.taskIds ?? [])
    return filterChart(chart, { taskIds, actions: actions === '' ? [] : actions.split('\n'), changedOnly })
  }, [chart, leaders, leader, actions, changedOnly])
}
