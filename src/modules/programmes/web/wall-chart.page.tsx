import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { FilterBar } from '#ui/filter-bar.tsx'
import { EmptyState, ErrorState, LoadingSkeleton } from '#ui/states.tsx'
import type { ProgrammeView } from '../contract.ts'
import { ProgrammeFrame } from './programme-frame.tsx'
import { useChart, useChartRows } from './use-chart.ts'
import { WallChart } from './wall-chart/wall-chart.tsx'
import { type Paper, WallChartPrint } from './wall-chart/wall-chart-print.tsx'

const rowsFilter = {
  kind: 'view' as const,
  word: 'rows',
  label: '每行是',
  options: [
    { value: 'action', label: '按行动' },
    { value: 'agency', label: '按牵头单位' },
  ],
}

function Acts({ programme, onPrint }: { programme: ProgrammeView; onPrint: (paper: Paper) => void }) {
  const rows = useChartRows()
  const papers = (['A3', 'A0'] as const).map((paper) => ({
    key: paper,
    label: `${paper} 横向`,
    onClick: () => onPrint(paper),
  }))
  const wall = { rows: rows === 'agency' ? rows : undefined }
  return (
    <>
      <Dropdown menu={{ items: papers }} trigger={['click']}>
        <Button>打印挂图</Button>
      </Dropdown>
      <Link className="button-link" to={`/programmes/${programme.id}/wall`} search={wall}>
        大屏
      </Link>
      <Link className="button-link" to={`/programmes/${programme.id}/wall`} search={{ ...wall, night: '1' }}>
        大屏（深色）
      </Link>
    </>
  )
}

function Chart({ programme }: { programme: ProgrammeView }) {
  const { chart, error, retry } = useChart()
  const rows = useChartRows()
  const navigate = useNavigate()
  const [paper, setPaper] = useState<Paper>('A3')
  const print = (next: Paper) => {
    flushSync(() => setPaper(next))
    window.print()
  }
  if (error) return <ErrorState error={error} onRetry={retry} />
  if (!chart) return <LoadingSkeleton rows={10} />
  if (chart.tasks.length === 0)
    return <EmptyState title="方案中没有读出任务，挂图是空的">请在规划校核中补上任务，再发布新版。</EmptyState>
  const links = { hrefOf: (id: string) => `/tasks/${id}`, open: (id: string) => void navigate({ to: `/tasks/${id}` }) }
  return (
    <>
      <FilterBar filters={[rowsFilter]} aside={<Acts programme={programme} onPrint={print} />} />
      <p className="quiet chart-note no-print">
        本版还没有进展报送：○ 表示未到期或暂无数据，目标的现值记为“未知”。点任务条看任务。
      </p>
      <WallChart chart={chart} rows={rows} links={links} />
      <WallChartPrint chart={chart} rows={rows} paper={paper} />
    </>
  )
}

/** The programme as a chart for the wall: on the page, on paper, on a screen. */
export function Page() {
  return <ProgrammeFrame tab="挂图">{(programme) => <Chart programme={programme} />}</ProgrammeFrame>
}
