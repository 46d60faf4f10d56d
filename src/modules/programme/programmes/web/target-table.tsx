import { Link } from '@tanstack/react-router'
import { formatPeriod, kindTitles } from '#modules/programme/plans/contract.ts'
import { PlanPlaceLink } from '#modules/programme/plans/web/index.tsx'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { NameList } from '#ui/name-list.tsx'
import { Parts } from '#ui/parts.tsx'
import { Quote } from '#ui/quote.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { TargetView } from '../contract.ts'
import type { PlacedTarget } from '../domain/list-targets.ts'
import { Figure } from './figure.tsx'
import { targetMarks } from './slots.ts'

type Placed = PlacedTarget<TargetView>

function Indicator({ target }: { target: TargetView }) {
  return (
    <span className="indicator-cell" title={target.clause.text}>
      <Parts slot={targetMarks} programmeId={target.programmeId} targetId={target.id} />
      <Link to={`/targets/${target.id}`}>{target.indicator.text || '指标未写明'}</Link>
      {target.repeats !== null && <span className="kind-tag">与他处重复</span>}
    </span>
  )
}

function TaskOf({ target }: { target: TargetView }) {
  if (target.taskId === null) return <span className="quiet">全局目标</span>
  return <Link to={`/tasks/${target.taskId}`}>{target.taskTitle}</Link>
}

const columns: readonly Column<Placed>[] = [
  {
    key: 'indicator',
    title: '指标',
    render: ({ target }) => <Indicator target={target} />,
    sortBy: ({ target }) => target.indicator.text,
  },
  {
    key: 'value',
    title: '目标值',
    width: 130,
    align: 'right',
    render: ({ target }) => <Figure target={target} />,
    sortBy: ({ target }) => target.normal?.value ?? target.value,
  },
  {
    key: 'kind',
    title: '类型',
    width: 96,
    render: ({ target }) => kindTitles[target.kind],
    sortBy: ({ target }) => kindTitles[target.kind],
  },
  {
    key: 'period',
    title: '期限',
    width: 140,
    render: ({ target }) => formatPeriod(target.period) || <span className="quiet">未写明</span>,
    sortBy: ({ target }) => target.period?.end ?? null,
  },
  {
    key: 'modality',
    title: '语气',
    width: 72,
    render: ({ target }) => target.modality,
    sortBy: ({ target }) => target.modality,
  },
  {
    key: 'task',
    title: '所属任务',
    width: 220,
    render: ({ target }) => <TaskOf target={target} />,
    sortBy: ({ target }) => target.taskTitle,
  },
  {
    key: 'lead',
    title: '牵头单位',
    width: 200,
    render: ({ target }) => <NameList names={target.leads.map(({ name }) => name)} />,
    sortBy: ({ target }) => target.leads[0]?.name ?? null,
  },
]

/** The sentence behind a figure and the way to it in the plan. */
function Sentence({ target }: { target: TargetView }) {
  const at = (
    <PlanPlaceLink planId={target.planId} span={target.valueSpan}>
      在规划原文中查看
    </PlanPlaceLink>
  )
  return <Quote source={at}>{target.clause.text}</Quote>
}

function TargetCard({ target }: { target: TargetView }) {
  return (
    <details className="target-card">
      <summary>
        <span className="card-title">
          {target.indicator.text || '指标未写明'} <small className="quiet">{formatPeriod(target.period)}</small>
        </span>
        <Figure target={target} />
      </summary>
      <Sentence target={target} />
      <p className="card-line">
        <TaskOf target={target} />
        <Link to={`/targets/${target.id}`}>看进度</Link>
      </p>
      <p className="card-line">
        <span>
          {kindTitles[target.kind]} · {target.modality} · {formatPeriod(target.period) || '期限未写明'}
        </span>
      </p>
    </details>
  )
}

interface TargetTableProps {
  placed: readonly Placed[]
  grouped: boolean
  all: number
}

/** Targets as a table whose rows unfold, on a phone as cards that unfold. */
export function TargetTable({ placed, grouped, all }: TargetTableProps) {
  const empty =
    all === 0 ? (
      <EmptyState title="方案中没有读出目标">请在规划校核中补上目标，再发布新版。</EmptyState>
    ) : (
      <EmptyState title="没有符合条件的目标">放宽筛选条件再看。</EmptyState>
    )
  return (
    <DataTable
      caption="目标清单"
      columns={columns}
      rows={placed}
      rowKey={({ target, group }) => `${group}/${target.id}`}
      groupOf={grouped ? ({ group }) => group : undefined}
      renderCard={({ target }) => <TargetCard target={target} />}
      renderDetail={({ target }) => <Sentence target={target} />}
      sortWord="sort"
      empty={empty}
    />
  )
}
