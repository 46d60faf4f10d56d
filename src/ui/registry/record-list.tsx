import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { headOf } from '#kernel/registry/cell.ts'
import type { RecordLine, RecordPage } from '#kernel/registry/record-view.ts'
import { getField } from '#kernel/registry/registry.ts'
import { DataTable } from '../data-table.tsx'
import { FilterBar } from '../filter-bar.tsx'
import { LinkButton } from '../link-button.tsx'
import { Pages } from '../pages.tsx'
import { Reading } from '../reading.tsx'
import { EmptyState } from '../states.tsx'
import { useAsked, useRecords } from './asked.ts'
import { columnsOf, type Pick, RecordName } from './columns.tsx'
import { filtersOf } from './filters.tsx'
import { KitFrame, type KitFrameProps, useKit } from './kit.tsx'
import { FillActs, ListActs } from './list-acts.tsx'
import { PastNotice } from './past-days.tsx'
import { type Picked, PickedBar, withPicked } from './picked-bar.tsx'
import { isEmpty, ShortValue } from './value.tsx'
import './registry.css'

function Card({ record, names, pick }: { record: RecordLine; names: RecordPage['names']; pick: Pick | null }) {
  const { registry } = useKit()
  return (
    <>
      <span className="card-title">
        <RecordName record={record} pick={pick} />
      </span>
      {registry.list
        .filter((name) => name !== registry.key)
        .map((name) => getField(registry, name))
        .filter(({ name }) => !isEmpty(record.values[name]))
        .map((field) => (
          <p key={field.name} className="card-line">
            <span>{headOf(field)}</span>
            <span className="card-value">
              <ShortValue field={field} value={record.values[field.name]} names={names} />
            </span>
          </p>
        ))}
    </>
  )
}

/** Why there is nothing: nothing was entered yet, nothing answers to what is looked for, or the page lies beyond the last. */
function Nothing({ view: { total, can } }: { view: RecordPage }) {
  const { registry, intro, addressOf } = useKit()
  const { isNarrowed, words } = useAsked()
  const { noun, measure } = registry
  if (total > 0)
    return (
      <EmptyState
        title={`一共 ${total} ${measure}，没有这一页`}
        action={
          <LinkButton to={addressOf()} search={{ ...words, page: '' }}>
            回到第一页
          </LinkButton>
        }
      />
    )
  if (isNarrowed) return <EmptyState title={`没有符合条件的${noun}`}>换一个说法，或放宽筛选条件再看。</EmptyState>
  return (
    <EmptyState title={`还没有登记${noun}`} action={can.keep && <FillActs />}>
      {intro} {can.keep ? '已有表格的，下载模板对好栏目后一次导入；也可以逐个登记。' : '登记以后会出现在这里。'}
    </EmptyState>
  )
}

/** As many as the server gives at most. */
const fewest = 20
const sizes = [fewest, 50, 100, 200]

function Records({ view }: { view: RecordPage }) {
  const { registry, prefix, addressOf, title } = useKit()
  const { words, isPast } = useAsked()
  const navigate = useNavigate()
  const [picked, setPicked] = useState<Picked>(new Map())
  const { records, names, total, can } = view
  const pick =
    can.keep && !isPast
      ? {
          isPicked: ({ id }: RecordLine) => picked.has(id),
          onPick: (record: RecordLine, isPicked: boolean) => setPicked(withPicked(picked, [record], isPicked)),
        }
      : null
  return (
    <>
      {pick && records.length > 0 && <PickedBar records={records} picked={picked} onPick={setPicked} />}
      <DataTable
        caption={title}
        columns={columnsOf(registry, names, pick)}
        rows={records}
        rowKey={({ id }) => id}
        renderCard={(record) => <Card {...{ record, names, pick }} />}
        onOpen={({ id }) => void navigate({ to: addressOf(`/${id}`), search: words })}
        sortWord={`${prefix}sort`}
        empty={<Nothing view={view} />}
      />
      {total > fewest && <Pages {...{ total, prefix, sizes }} usual={50} measure={registry.measure} />}
    </>
  )
}

/** @param acts stands beside the filters where no page around the list has it */
export function RecordList({ acts }: { acts?: ReactNode }) {
  const { registry, prefix, title } = useKit()
  const { page, isFirstDay } = useRecords()
  const total = page.data?.total
  const filters = filtersOf(registry, prefix)
  return (
    <>
      <PastNotice />
      <FilterBar
        filters={isFirstDay ? filters.filter(({ kind }) => kind === 'view') : filters}
        count={total !== undefined && `${total} ${registry.measure}`}
        aside={acts}
        label={title}
      />
      <div aria-busy={page.isPlaceholderData}>
        <Reading of={page}>{(view) => <Records view={view} />}</Reading>
      </div>
    </>
  )
}

/** A registry's list as a part of another page. */
export const RegistryList = (props: Omit<KitFrameProps, 'children'>) => (
  <KitFrame {...props}>
    <RecordList acts={<ListActs />} />
  </KitFrame>
)
