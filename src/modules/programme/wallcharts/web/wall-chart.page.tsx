import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { MenuButton } from '#ui/menu-button.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState, LoadingSkeleton } from '#ui/states.tsx'
import { useUrlWords } from '#ui/url-state.ts'
import type { ChartView } from '../contract.ts'
import { useChart, useChartRows } from './use-chart.ts'
import { useShownChart } from './use-shown-chart.ts'
import { WallChart } from './wall-chart/wall-chart.tsx'
import { type Paper, WallChartPrint } from './wall-chart/wall-chart-print.tsx'

const rowsFilter: Filter = {
  kind: 'view',
  word: 'rows',
  label: '每行是',
  options: [
    { value: 'action', label: '按行动' },
    { value: 'agency', label: '按牵头单位' },
  ],
}

function filtersOf({ chart, leaders }: ChartView): readonly Filter[] {
  const actions = [...new Set(chart.tasks.map((task) => task.action))].filter(Boolean)
  const changed = chart.tasks.filter((task) => task.change !== null).length
  return [
    rowsFilter,
    ...(leaders.length === 0
      ? []
      : [
          {
            kind: 'one' as const,
            word: 'leader',
            label: '分管领导',
            options: leaders.map(({ userId, name, taskIds }) => ({
              value: userId,
              label: `${name}（${taskIds.length}）`,
            })),
          },
        ]),
    { kind: 'many', word: 'action', label: '行动', options: actions.map((name) => ({ value: name, label: name })) },
    ...(changed === 0
      ? []
      : [
          {
            kind: 'one' as const,
            word: 'changed',
            label: '本周',
            options: [{ value: '1', label: `有变化（${changed}）` }],
          },
        ]),
  ]
}

function Acts({ view, onPrint }: { view: ChartView; onPrint: (paper: Paper) => void }) {
  const words = useUrlWords()
  const papers = (['A3', 'A0'] as const).map((paper) => ({
    key: paper,
    label: `${paper} 横向`,
    onClick: () => onPrint(paper),
  }))
  const wall = `/programmes/${view.programmeId}/wall`
  return (
    <>
      {view.can.saveOversight && (
        <Link className="button-link" to="/oversight">
          领导分管
        </Link>
      )}
      <MenuButton items={papers} renderButton={(reach) => <Button {...reach}>打印挂图</Button>} />
      <Link className="button-link" to={wall} search={words}>
        大屏
      </Link>
      <Link className="button-link" to={wall} search={{ ...words, night: '1' }}>
        大屏（深色）
      </Link>
    </>
  )
}

const noteOf = ({ chart }: ChartView): string =>
  chart.tasks.every(({ lamp }) => lamp === 'grey')
    ? '还没有可以亮灯的进展：○ 表示未到期或暂无数据。点任务条看任务。'
    : '灯在任务条末端，虚线圈表示报送已过期，箭头表示本周变化。点任务条看任务和亮灯原因。'

function Chart({ view }: { view: ChartView }) {
  const chart = useShownChart(view)
  const rows = useChartRows()
  const navigate = useNavigate()
  const [paper, setPaper] = useState<Paper>('A3')
  const print = (next: Paper) => {
    flushSync(() => setPaper(next))
    window.print()
  }
  const links = { hrefOf: (id: string) => `/tasks/${id}`, open: (id: string) => void navigate({ to: `/tasks/${id}` }) }
  if (view.chart.tasks.length === 0)
    return <EmptyState title="方案中没有读出任务，挂图是空的">请在规划校核中补上任务，再发布新版。</EmptyState>
  return (
    <>
      <FilterBar filters={filtersOf(view)} aside={<Acts view={view} onPrint={print} />} />
      <p className="quiet chart-note no-print">{noteOf(view)}</p>
      {chart.tasks.length === 0 ? (
        <EmptyState title="没有符合条件的任务">放宽筛选条件再看。</EmptyState>
      ) : (
        <>
          <WallChart chart={chart} rows={rows} links={links} />
          <WallChartPrint chart={chart} rows={rows} paper={paper} />
        </>
      )}
    </>
  )
}

function Charts() {
  const chart = useChart()
  return (
    <Reading of={chart} loading={<LoadingSkeleton rows={10} />}>
      {(view) => <Chart view={view} />}
    </Reading>
  )
}

/** The programme as a chart for the wall: on the page, on paper, on a screen. */
export function Page() {
  return <ProgrammeFrame tab="挂图">{() => <Charts />}</ProgrammeFrame>
}
