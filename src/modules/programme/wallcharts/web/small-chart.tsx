import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useIsPhone } from '#ui/media.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import type { ChartView } from '../contract.ts'
import { troubledPart } from '../domain/troubled.ts'
import { useChart } from './use-chart.ts'
import { WallChart } from './wall-chart/wall-chart.tsx'

function Chart({ view }: { view: ChartView }) {
  const chart = useMemo(() => troubledPart(view.chart), [view.chart])
  const navigate = useNavigate()
  const links = { hrefOf: (id: string) => `/tasks/${id}`, open: (id: string) => void navigate({ to: `/tasks/${id}` }) }
  const full = <Link to={`/programmes/${view.programmeId}/chart`}>打开整张挂图</Link>
  const phone = useIsPhone()
  const title = chart.tasks.length === 0 ? '挂图' : `挂图上红灯、黄灯和本周有变化的 ${chart.tasks.length} 项`
  return (
    <Sheet title={title} aside={full}>
      {chart.tasks.length === 0 ? (
        <p className="quiet">没有红灯、黄灯，本周也没有变化。整张挂图里有全部任务。</p>
      ) : phone ? (
        <p className="quiet">屏幕较窄，挂图另页打开后可左右滑动。</p>
      ) : (
        <WallChart chart={chart} rows="action" links={links} />
      )}
    </Sheet>
  )
}

/** The part of the chart that needs looking at, for a page that shows more than the chart. */
export function SmallChart() {
  const chart = useChart()
  return (
    <Reading of={chart} loading={<LoadingSkeleton rows={6} />}>
      {(view) => <Chart view={view} />}
    </Reading>
  )
}
