import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { formatFirmness, formatPeriod, kindTitles } from '#modules/programme/plans/contract.ts'
import { PlanPlaceLink } from '#modules/programme/plans/web/index.tsx'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { NameList } from '#ui/name-list.tsx'
import { Parts } from '#ui/parts.tsx'
import { Quote } from '#ui/quote.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { programmeContract, TargetRow } from '../contract.ts'
import type { Placed } from '../domain/list-tasks.ts'
import { Figure } from './figure.tsx'
import { targetMarks } from './slots.ts'

function Indicator({ target }: { target: TargetRow }) {
  return (
    <span className="indicator-cell" title={target.sentence}>
      <Parts slot={targetMarks} programmeId={target.programmeId} targetId={target.id} />
      <Link to={`/targets/${target.id}`}>{target.indicator.text || '指标未写明'}</Link>
      {target.repeats !== null && <span className="kind-tag">与他处重复</span>}
    </span>
  )
}

function TaskOf({ target }: { target: TargetRow }) {
  if (target.taskId === null) return <span className="quiet">全局目标</span>
  return <Link to={`/tasks/${target.taskId}`}>{target.taskTitle}</Link>
}

const columns: readonly Column<Placed<TargetRow>>[] = [
  {
    key: 'indicator',
    title: '指标',
    render: ({ row }) => <Indicator target={row} />,
    sortBy: 'server',
  },
  {
    key: 'value',
    title: '目标值',
    width: 130,
    align: 'right',
    render: ({ row }) => <Figure target={row} />,
    sortBy: 'server',
  },
  {
    key: 'kind',
    title: '类型',
    width: 96,
    render: ({ row }) => kindTitles[row.kind],
    sortBy: 'server',
  },
  {
    key: 'period',
    title: '期限',
    width: 140,
    render: ({ row }) => formatPeriod(row.period) || <span className="quiet">未写明</span>,
    sortBy: 'server',
  },
  {
    key: 'modality',
    title: '语气',
    width: 120,
    render: ({ row }) => formatFirmness(row),
    sortBy: 'server',
  },
  {
    key: 'task',
    title: '所属任务',
    width: 220,
    render: ({ row }) => <TaskOf target={row} />,
    sortBy: 'server',
  },
  {
    key: 'lead',
    title: '牵头单位',
    width: 200,
    render: ({ row }) => <NameList names={row.leads.map(({ name }) => name)} />,
    sortBy: 'server',
  },
]

/** The sentence behind a figure and the way to it in the plan. */
function Sentence({ target }: { target: TargetRow }) {
  const at = (
    <PlanPlaceLink planId={target.planId} span={target.valueSpan}>
      在规划原文中查看
    </PlanPlaceLink>
  )
  return (
    <>
      <p>
        {target.indicator.text} {target.sentence}
      </p>
      <Quote source={at}>{target.clause.text}</Quote>
    </>
  )
}

function TargetCard({ target }: { target: TargetRow }) {
  return (
    <details className="target-card">
      <summary>
        <span className="card-title">{target.indicator.text || '指标未写明'}</span>
        <Figure target={target} />
      </summary>
      <Sentence target={target} />
      <p className="card-line">
        <TaskOf target={target} />
        <Link to={`/targets/${target.id}`}>看进度</Link>
      </p>
      <p className="card-line">
        <span>
          {target.sentence} · {kindTitles[target.kind]} · {formatFirmness(target)}
        </span>
      </p>
    </details>
  )
}

interface TargetTableProps {
  page: z.output<typeof programmeContract.listTargets.output>
  grouped: boolean
}

/** Targets as a table whose rows unfold, on a phone as cards that unfold. */
export function TargetTable({ page: { placed, groups, all }, grouped }: TargetTableProps) {
  const sizes = new Map(groups.map(({ heading, rows }) => [heading, rows]))
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
      rowKey={({ row, group }) => `${group}/${row.id}`}
      groupOf={grouped ? ({ group }) => group : undefined}
      groupSize={(heading) => sizes.get(heading) ?? 0}
      renderCard={({ row }) => <TargetCard target={row} />}
      renderDetail={({ row }) => <Sentence target={row} />}
      sortWord="sort"
      empty={empty}
    />
  )
}
