import type { ReactNode } from 'react'
import { groupBy } from '#kernel/group-by.ts'
import type { ImportView } from '#kernel/registry/import-view.ts'
import { LeftOutRows } from '../left-out.tsx'
import { Sheet } from '../page.tsx'
import { Changes } from './history.tsx'

interface RowReason {
  row: number
  reason: string
}

interface Line {
  row: number
  says: ReactNode
}

/** So many are seen at once; what is bad stands whole above what is added. */
const unfolded = 30

/** Rows of the sheet under a heading with their number; where there are more than are listed, that is said. */
function Rows({ title, all, rows }: { title: string; all: number; rows: readonly Line[] }) {
  if (all === 0) return null
  const folded = rows.slice(unfolded)
  return (
    <Sheet title={`${title} ${all}`}>
      <Lines rows={rows.slice(0, unfolded)} />
      {folded.length > 0 && (
        <details>
          <summary>再看 {folded.length} 行</summary>
          <Lines rows={folded} />
        </details>
      )}
      {rows.length < all && <p className="quiet">只列出前 {rows.length} 行。</p>}
    </Sheet>
  )
}

function Lines({ rows }: { rows: readonly Line[] }) {
  return (
    <ul className="import-rows">
      {rows.map(({ row, says }, i) => (
        <li key={i}>
          <span className="quiet">第 {row} 行</span>
          <div>{says}</div>
        </li>
      ))}
    </ul>
  )
}

/** What it is entered with, where that is not all in the sheet. */
const Added = ({ name, changes }: Omit<ImportView['added'][number], 'row'>) => (
  <>
    {name}
    {changes.length > 0 && (
      <p>
        {changes.map(({ label, after }) => (
          <span key={label} className="import-added">
            <span className="quiet">{label}</span> {after}
          </span>
        ))}
      </p>
    )}
  </>
)

const byRow = (reasons: readonly RowReason[]) =>
  [...groupBy(reasons, ({ row }) => row)].map(([row, each]) => ({
    row,
    says: each.map(({ reason }) => <p key={reason}>{reason}</p>),
  }))

type ImportRowsProps = Pick<ImportView, 'added' | 'changed' | 'bad' | 'warnings' | 'skipped' | 'remarks'> & {
  /** How many rows there are of each; without it those that are listed. */
  counts?: Pick<ImportView['counts'], 'added' | 'changed' | 'bad' | 'warned'>
}

/** What an import would do or did, row by row; what stops it first. */
export function ImportRows({ added, changed, bad, warnings, counts, ...leftOut }: ImportRowsProps) {
  const [badRows, warnedRows] = [byRow(bad), byRow(warnings)]
  return (
    <>
      <Rows title="不能导入的行" all={counts?.bad ?? badRows.length} rows={badRows} />
      <Rows title="提醒" all={counts?.warned ?? warnedRows.length} rows={warnedRows} />
      <Rows
        title="修改"
        all={counts?.changed ?? changed.length}
        rows={changed.map(({ row, name, changes }) => ({
          row,
          says: (
            <>
              {name}
              <Changes changes={changes} />
            </>
          ),
        }))}
      />
      <Rows
        title="新增"
        all={counts?.added ?? added.length}
        rows={added.map(({ row, name, changes }) => ({ row, says: <Added name={name} changes={changes} /> }))}
      />
      <LeftOutRows {...leftOut} />
    </>
  )
}
