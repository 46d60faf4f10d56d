import { useRead } from '#ui/client.ts'
import { usePathWord, useUrlWord } from '#ui/url-state.ts'
import { wallchartContract } from '../contract.ts'
import type { ChartRows } from '../domain/wall-chart/chart.ts'

/** The chart of the programme in the address, read again every so many milliseconds where a wall shows it. */
export const useChart = (every: number | false = false) =>
  useRead(wallchartContract.getChart, { programmeId: usePathWord('programmeId') }, { every })

/** What the rows stand for, in the address as `rows`. */
export const useChartRows = (): ChartRows => (useUrlWord('rows') === 'agency' ? 'agency' : 'action')
