import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { Refusal } from '#kernel/errors.ts'
import { minuteOf } from '#kernel/moment.ts'
import { useDocumentTitle } from '#ui/page.tsx'
import { EmptyState, ErrorState, LoadingSkeleton } from '#ui/states.tsx'
import { usePathWord, useSetUrlWords, useUrlWord, useUrlWords } from '#ui/url-state.ts'
import type { ChartView } from '../contract.ts'
import { stayOf, stays } from '../domain/rotation.ts'
import { useChart, useChartRows } from './use-chart.ts'
import { useShownChart } from './use-shown-chart.ts'
import { WallScreen } from './wall-chart/wall-screen.tsx'
import './wall.css'

/** A wall hangs for weeks: what it shows is read again every minute. */
const refresh = 60_000

function WallActs() {
  const night = useUrlWord('night') !== ''
  const rows = useChartRows()
  const set = useSetUrlWords()
  const { night: _, seconds: __, ...kept } = useUrlWords()
  return (
    <div className="wall-acts">
      <Button onClick={() => void document.documentElement.requestFullscreen?.()}>全屏</Button>
      <Button onClick={() => set({ night: night ? '' : '1' })}>{night ? '浅色' : '深色'}</Button>
      <Button onClick={() => set({ rows: rows === 'agency' ? '' : 'agency' })}>
        {rows === 'agency' ? '按行动' : '按牵头单位'}
      </Button>
      <Select
        aria-label="每页停留"
        value={stayOf(useUrlWord('seconds'))}
        options={stays.map((seconds) => ({ value: seconds, label: `每页 ${seconds} 秒` }))}
        onChange={(seconds) => set({ seconds: String(seconds) })}
      />
      <Link className="button-link" to={`/programmes/${usePathWord('programmeId')}/chart`} search={kept}>
        退出大屏
      </Link>
    </div>
  )
}

const lostWords = (error: Error | null, { readAt }: ChartView): string | null => {
  if (error === null) return null
  const why = error instanceof Refusal && error.kind === 'forbidden' ? '登录已过期，请重新登录' : '连接中断，正在重连'
  return `${why}；图中是 ${minuteOf(readAt)} 的情况`
}

function Wall({ view, error }: { view: ChartView; error: Error | null }) {
  const chart = useShownChart(view)
  useDocumentTitle('大屏', chart.programme.title)
  const rows = useChartRows()
  const night = useUrlWord('night') !== ''
  const seconds = stayOf(useUrlWord('seconds'))
  if (chart.tasks.length === 0)
    return <EmptyState title="没有可以上墙的任务">放宽挂图上的筛选，再打开大屏。</EmptyState>
  return (
    <>
      <h1 className="unseen">{chart.programme.title}挂图</h1>
      <WallScreen {...{ chart, rows, night, seconds }} warning={lostWords(error, view)} />
    </>
  )
}

/** The chart alone, for the screen on the wall; what can be done shows when the pointer moves to the top. */
export function Page() {
  const reading = useChart(refresh)
  const lost = reading.fetchStatus === 'paused' ? new Error('no connection') : (reading.failureReason ?? reading.error)
  if (reading.data)
    return (
      <main className="wall">
        <WallActs />
        <Wall view={reading.data} error={lost} />
      </main>
    )
  if (reading.error) return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
  return <LoadingSkeleton rows={12} height={72} />
}
