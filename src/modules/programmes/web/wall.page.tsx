import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useDocumentTitle } from '#ui/page.tsx'
import { EmptyState, ErrorState, LoadingSkeleton } from '#ui/states.tsx'
import { usePathWord, useSetUrlWords, useUrlWord } from '#ui/url-state.ts'
import { useChart, useChartRows } from './use-chart.ts'
import { WallScreen } from './wall-chart/wall-screen.tsx'
import './wall.css'

/** A wall hangs for weeks: what it shows is read again every five minutes. */
const refresh = 300_000

function WallActs() {
  const night = useUrlWord('night') !== ''
  const rows = useChartRows()
  const set = useSetUrlWords()
  return (
    <div className="wall-acts">
      <Button onClick={() => void document.documentElement.requestFullscreen?.()}>全屏</Button>
      <Button onClick={() => set({ night: night ? '' : '1' })}>{night ? '浅色' : '深色'}</Button>
      <Button onClick={() => set({ rows: rows === 'agency' ? '' : 'agency' })}>
        {rows === 'agency' ? '按行动' : '按牵头单位'}
      </Button>
      <Link className="button-link" to={`/programmes/${usePathWord('programmeId')}/chart`}>
        退出大屏
      </Link>
    </div>
  )
}

/** The chart alone, for the screen on the wall; what can be done shows when the pointer moves to the top. */
export function Page() {
  const { chart, error, retry } = useChart(refresh)
  useDocumentTitle('大屏', chart?.programme.title)
  const rows = useChartRows()
  const night = useUrlWord('night') !== ''
  if (error) return <ErrorState error={error} onRetry={retry} />
  if (!chart) return <LoadingSkeleton rows={12} height={72} />
  if (chart.tasks.length === 0) return <EmptyState title="方案中没有读出任务，挂图是空的" />
  return (
    <main className="wall">
      <WallActs />
      <WallScreen chart={chart} rows={rows} night={night} />
    </main>
  )
}
