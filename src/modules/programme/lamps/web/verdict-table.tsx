import { Link } from '@tanstack/react-router'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { NameList } from '#ui/name-list.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import { Lamp as LampColour, lampTitles, type NamedVerdict, type VerdictList } from '../contract.ts'
import { reasonsOfSummary } from '../domain/compare-lamps.ts'
import { listVerdictsMatching } from '../domain/filter-verdicts.ts'
import { freshnessTitles } from '../domain/verdict.ts'
import { VerdictDetail } from './verdict-detail.tsx'

function Title({ verdict }: { verdict: NamedVerdict }) {
  const { summary, freshness, taskId, number, title } = verdict
  return (
    <span className="task-title-cell">
      <Lamp colour={summary} label={lampTitles[summary]} freshness={freshness.state === 'stale' ? 'stale' : 'fresh'} />
      <span className="task-no">{number}</span>
      <Link to={`/tasks/${taskId}`}>{title}</Link>
    </span>
  )
}

const firstReason = (verdict: NamedVerdict): string =>
  reasonsOfSummary(verdict)[0]?.text ?? '不是本单位的任务，只显示灯色。'

const columns: readonly Column<NamedVerdict>[] = [
  {
    key: 'title',
    title: '任务',
    width: 300,
    render: (verdict) => <Title verdict={verdict} />,
    sortBy: ({ title }) => title,
  },
  { key: 'why', title: '依据', render: (verdict) => <span className="lamp-first">{firstReason(verdict)}</span> },
  {
    key: 'since',
    title: '自何日',
    width: 110,
    render: ({ sinceOn }) => sinceOn ?? <span className="quiet">尚未留存</span>,
    sortBy: ({ sinceOn }) => sinceOn,
  },
  {
    key: 'fresh',
    title: '报送',
    width: 96,
    render: ({ freshness }) => freshnessTitles[freshness.state],
    sortBy: ({ freshness }) => freshness.state,
  },
  {
    key: 'lead',
    title: '牵头单位',
    width: 180,
    render: ({ leads }) => <NameList names={leads} shown={2} />,
    sortBy: ({ leads }) => leads[0] ?? null,
  },
]

function VerdictCard({ verdict }: { verdict: NamedVerdict }) {
  return (
    <details>
      <summary className="card-title">
        <Lamp
          colour={verdict.summary}
          label={lampTitles[verdict.summary]}
          freshness={verdict.freshness.state === 'stale' ? 'stale' : 'fresh'}
        />
        <span className="task-no">{verdict.number}</span>
        {verdict.title}
      </summary>
      <p className="quiet">{firstReason(verdict)}</p>
      <VerdictDetail verdict={verdict} />
      <Link to={`/tasks/${verdict.taskId}`}>打开任务</Link>
    </details>
  )
}

function filtersOf(tasks: readonly NamedVerdict[]): readonly Filter[] {
  const leads = [...new Set(tasks.flatMap((task) => task.leads))]
  const colours = LampColour.options.map((colour) => ({ value: colour, label: lampTitles[colour] }))
  const only = [
    { value: 'stale', label: '逾期未报' },
    { value: 'doubt', label: '绿灯待核实' },
  ]
  return [
    { kind: 'text', word: 'q', placeholder: '任务名称' },
    { kind: 'many', word: 'color', label: '灯色', options: colours },
    { kind: 'many', word: 'agency', label: '牵头单位', options: leads.map((name) => ({ value: name, label: name })) },
    { kind: 'one', word: 'only', label: '另看', options: only },
  ]
}

/** Every task with its lamp and the first reason; a row unfolds to all of them. */
export function VerdictTable({ list: { tasks } }: { list: VerdictList }) {
  const filter = {
    text: useUrlWord('q'),
    colours: useUrlList('color'),
    leads: useUrlList('agency'),
    only: useUrlWord('only'),
  }
  const rows = listVerdictsMatching(tasks, filter)
  const count = rows.length === tasks.length ? `${tasks.length} 项` : `${rows.length} 项，共 ${tasks.length} 项`
  const empty =
    tasks.length === 0 ? (
      <EmptyState title="这一天还没有任务">方案发布后才有亮灯，请选发布以后的日期。</EmptyState>
    ) : (
      <EmptyState title="没有符合条件的任务">放宽筛选条件再看。</EmptyState>
    )
  return (
    <>
      <FilterBar filters={filtersOf(tasks)} count={count} />
      <DataTable
        caption="亮灯清单"
        columns={columns}
        rows={rows}
        rowKey={({ taskId }) => taskId}
        renderDetail={(verdict) => <VerdictDetail verdict={verdict} />}
        renderCard={(verdict) => <VerdictCard verdict={verdict} />}
        sortWord="sort"
        empty={empty}
      />
    </>
  )
}
