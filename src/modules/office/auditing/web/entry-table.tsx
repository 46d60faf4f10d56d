import { minuteOf } from '#kernel/moment.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { EntryView } from '../contract.ts'
import { Outcome } from './outcome.tsx'

/** Who acts before signing in has no duty yet. */
const nobody = '未登录'

const columns: readonly Column<EntryView>[] = [
  { key: 'at', title: '时间', width: 150, render: ({ at }) => <time className="figure">{minuteOf(at)}</time> },
  { key: 'sequence', title: '序号', width: 76, align: 'right', render: ({ sequence }) => sequence },
  {
    key: 'person',
    title: '人员',
    width: 180,
    render: ({ actorName, roleTitle }) => <Person {...{ actorName, roleTitle }} />,
  },
  { key: 'title', title: '操作', width: 180, render: ({ title }) => title },
  { key: 'subject', title: '对象', render: ({ subject }) => subject || <span className="quiet">未写明</span> },
  { key: 'outcome', title: '结果', width: 100, render: ({ outcome }) => <Outcome outcome={outcome} /> },
]

function Person({ actorName, roleTitle }: Pick<EntryView, 'actorName' | 'roleTitle'>) {
  return (
    <span>
      {actorName} {actorName !== nobody && <small className="quiet">{roleTitle}</small>}
    </span>
  )
}

const factsOf = ({ sequence, operation, detail, hash }: EntryView): readonly Fact[] => [
  { label: '操作代码', value: operation },
  { label: '内容', value: detail && <pre className="entry-detail">{detail}</pre> },
  { label: '哈希', value: <code className="entry-hash">{hash}</code> },
  { label: '序号', value: sequence },
]

function EntryCard({ entry }: { entry: EntryView }) {
  return (
    <details>
      <summary className="entry-card">
        <span className="card-line">
          <b>{entry.title}</b>
          <Outcome outcome={entry.outcome} />
        </span>
        <span>{entry.subject}</span>
        <span className="card-line">
          <span>
            {entry.actorName} {entry.actorName !== nobody && entry.roleTitle}
          </span>
          <span>{minuteOf(entry.at)}</span>
        </span>
      </summary>
      <FactList facts={factsOf(entry)} />
    </details>
  )
}

/** The trail, newest first; a row unfolds what was written with it. */
export function EntryTable({ entries, filtered }: { entries: readonly EntryView[]; filtered: boolean }) {
  return (
    <DataTable
      caption="审计记录"
      ledger
      columns={columns}
      rows={entries}
      rowKey={({ sequence }) => String(sequence)}
      renderDetail={(entry) => <FactList facts={factsOf(entry)} />}
      renderCard={(entry) => <EntryCard entry={entry} />}
      empty={
        filtered ? (
          <EmptyState title="没有符合条件的记录">放宽筛选条件再看。</EmptyState>
        ) : (
          <EmptyState title="还没有审计记录">有人登录、修改、发布后，这里逐条记录。</EmptyState>
        )
      }
    />
  )
}
