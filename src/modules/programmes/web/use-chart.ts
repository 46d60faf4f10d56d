import { useMemo } from 'react'
import { useRead } from '#ui/client.ts'
import { usePathWord, useUrlWord } from '#ui/url-state.ts'
import { programmeContract } from '../contract.ts'
import type { ChartInput, ChartRows } from '../domain/wall-chart/chart.ts'
import { chartOf } from './chart-input.ts'

interface ChartReading {
  chart: ChartInput | undefined
  error: Error | null
  retry: () => void
}

/** The chart of the programme in the address, read again every so many milliseconds where a wall shows it. */
export function useChart(every: number | false = false): ChartReading {
  const programmeId = usePathWord('programmeId')
  const programme = useRead(programmeContract.getProgramme, { programmeId }, { every })
  const tasks = useRead(programmeContract.listTasks, { programmeId }, { every })
  const targets = useRead(programmeContract.listTargets, { programmeId }, { every })
  const chart = useMemo(
    () => programme.data && tasks.data && targets.data && chartOf(programme.data, tasks.data, targets.data),
    [programme.data, tasks.data, targets.data],
  )
  const retry = () => [programme, tasks, targets].forEach((reading) => void reading.refetch())
  return { chart, error: chart ? null : (programme.error ?? tasks.error ?? targets.error), retry }
}

/** What the rows stand for, in the address as `rows`. */
export const useChartRows = (): ChartRows => (useUrlWord('rows') === 'agency' ? 'agency' : 'action')
