import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { FormField } from '#kernel/fields.ts'
import { minuteOf } from '#kernel/moment.ts'
import { headOf } from '#kernel/registry/cell.ts'
import type { RecordView } from '#kernel/registry/record-view.ts'
import { vintages, type YearView } from '#kernel/registry/year-view.ts'
import type { Years } from '#kernel/registry/years.ts'
import type { Column } from '../column.ts'
import { DataTable } from '../data-table.tsx'
import { LinkButton } from '../link-button.tsx'
import { Sheet } from '../page.tsx'
import { useKit } from './kit.tsx'
import { isEmpty, ShortValue } from './value.tsx'
import type { ToldYear } from './year-dialog.tsx'

const YearDialog = lazy(async () => ({ default: (await import('./year-dialog.tsx')).YearDialog }))

/** The first vintage that says it; one told earlier than the others of its year is marked. */
function Figure({ field, view: { sources } }: { field: FormField; view: YearView }) {
  const from = sources.find(({ values }) => !isEmpty(values[field.name]))
  if (!from) return <span className="quiet">—</span>
  return (
    <>
      <ShortValue field={field} value={from.values[field.name]} names={{}} />
      {from !== sources[0] && <small className="quiet">（{vintages[from.vintage]}）</small>}
    </>
  )
}

type Correct = ((told: ToldYear) => void) | undefined

/** Where the figures of a year stand, by how early they were told. */
function Sources({ view: { year, sources }, onCorrect }: { view: YearView; onCorrect: Correct }) {
  return sources.map(({ vintage, values, source, savedBy, recordedAt }) => (
    <p key={vintage} className="year-source">
      {vintages[vintage]}
      {source && `：${source}`} <small className="quiet">{`${savedBy} ${minuteOf(recordedAt)} 记入`}</small>
      {onCorrect && (
        <Button
          type="link"
          size="small"
          className="no-print"
          aria-label={`修改 ${year} 年${vintages[vintage]}`}
          onClick={() => onCorrect({ year, vintage, values })}
        >
          修改
        </Button>
      )}
    </p>
  ))
}

function columnsOf({ fields }: Years, onCorrect: Correct): Column<YearView>[] {
  const figures = fields.map((field) => ({
    key: field.name,
    title: headOf(field),
    align: 'right' as const,
    render: (view: YearView) => <Figure field={field} view={view} />,
  }))
  const from = { key: 'source', title: '数据来源', render: (view: YearView) => <Sources {...{ view, onCorrect }} /> }
  return [{ key: 'year', title: '年度', width: 72, render: ({ year }) => year }, ...figures, from]
}

function Card({ years, view, onCorrect }: { years: Years; view: YearView; onCorrect: Correct }) {
  return (
    <>
      <span className="card-title">{view.year} 年</span>
      {years.fields.map((field) => (
        <p key={field.name} className="card-line">
          <span>{headOf(field)}</span>
          <span className="card-value">
            <Figure field={field} view={view} />
          </span>
        </p>
      ))}
      <Sources {...{ view, onCorrect }} />
    </>
  )
}

/** Figures of a record by year, newest first, each with where it comes from. */
export function YearTable({ record, years, mayAct }: { record: RecordView; years: Years; mayAct: boolean }) {
  const { addressOf } = useKit()
  const [doing, setDoing] = useState<ToldYear | 'new' | null>(null)
  const onCorrect = mayAct ? setDoing : undefined
  return (
    <Sheet
      title="年度数据"
      aside={
        mayAct && (
          <span className="import-acts no-print">
            <LinkButton size="small" to={addressOf('/years/import')}>
              从表格导入
            </LinkButton>
            <Button size="small" onClick={() => setDoing('new')}>
              填写一年
            </Button>
          </span>
        )
      }
    >
      {record.years.length === 0 ? (
        <p className="quiet">还没有年度数据。</p>
      ) : (
        <DataTable
          caption="年度数据"
          columns={columnsOf(years, onCorrect)}
          rows={record.years}
          rowKey={({ year }) => String(year)}
          renderCard={(view) => <Card {...{ years, view, onCorrect }} />}
          empty={null}
        />
      )}
      <Suspense fallback={null}>
        {doing !== null && (
          <YearDialog
            record={record}
            years={years}
            told={doing === 'new' ? undefined : doing}
            onClose={() => setDoing(null)}
          />
        )}
      </Suspense>
    </Sheet>
  )
}
