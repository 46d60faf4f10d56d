import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordView } from '#kernel/registry/record-view.ts'
import { endWordOf } from '#kernel/registry/registry.ts'
import { useRead } from '../client.ts'
import { FactList } from '../fact-list.tsx'
import { Page as Screen, Sheet } from '../page.tsx'
import { Parts } from '../parts.tsx'
import { Reading } from '../reading.tsx'
import { stringifySearch } from '../search-words.ts'
import { usePathWord } from '../url-state.ts'
import { useAsked } from './asked.ts'
import { History } from './history.tsx'
import { type Kit, nameOf, recordSections, useKit } from './kit.tsx'
import { PastDays, PastNotice } from './past-days.tsx'
import { RecordActs } from './record-acts.tsx'
import { factsOf } from './value.tsx'
import { YearTable } from './year-table.tsx'
import './registry.css'

/** The records before and after it in the list one came from. */
function Neighbours({ id }: { id: string }) {
  const { registry, addressOf } = useKit()
  const { input, words } = useAsked()
  // Only what the list has brought; nothing is asked for these two links.
  const records = useRead(registry.operations.listRecords, input, { enabled: false }).data?.records ?? []
  const at = records.findIndex((one) => one.id === id)
  const around = [
    { said: '上一条', record: at > 0 ? records[at - 1] : undefined },
    { said: '下一条', record: at >= 0 ? records[at + 1] : undefined },
  ]
  if (around.every(({ record }) => record === undefined)) return null
  return (
    <nav className="neighbours no-print" aria-label="同一列表中的前后">
      {around.map(
        ({ said, record }) =>
          record && (
            <Link key={said} to={addressOf(`/${record.id}`)} search={words}>
              {said}：{nameOf(registry, record)}
            </Link>
          ),
      )}
    </nav>
  )
}

/** What became of it: merged into another, ended. */
function fateOf(
  { mergedInto, endedOn }: RecordView,
  { addressOf, registry }: Pick<Kit, 'addressOf' | 'registry'>,
): ReactNode {
  if (!mergedInto) return endedOn === null ? null : `${endedOn} ${endWordOf(registry)}`
  return (
    <>
      已并入 <Link to={addressOf(`/${mergedInto.id}`)}>{mergedInto.name}</Link>
    </>
  )
}

function Record({ record }: { record: RecordView }) {
  const kit = useKit()
  const { registry, title, addressOf } = kit
  const { words, isPast } = useAsked()
  const { id, values, names, history, can } = record
  const mayAct = can.keep && !isPast && record.mergedInto === null
  return (
    <Screen
      title={nameOf(registry, record)}
      width="reading"
      crumbs={[{ label: title, to: addressOf() + stringifySearch(words) }]}
      meta={fateOf(record, kit)}
      actions={
        <>
          <PastDays />
          {mayAct && <RecordActs record={record} />}
        </>
      }
    >
      <PastNotice />
      <Sheet>
        <FactList facts={factsOf(registry.fields, values, names)} />
        {!can.keep && registry.fields.some(({ personal }) => personal) && (
          <p className="quiet masked-note">带星号的是个人信息，只有维护人员看得到全部。</p>
        )}
      </Sheet>
      {registry.years && <YearTable record={record} years={registry.years} mayAct={mayAct} />}
      <Parts slot={recordSections(registry)} record={record} />
      <History history={history} />
      <Neighbours id={id} />
    </Screen>
  )
}

/** One record: what is known of it, now or on a day of the past, and how it came to be so. */
export function Page() {
  const { registry, fixed, addressOf, title } = useKit()
  const {
    input: { on, knownOn },
  } = useAsked()
  const recordId = usePathWord('recordId')
  const days = { ...(on && { on }), ...(knownOn && { knownOn }) }
  const record = useRead(registry.operations.getRecord, { ...fixed, recordId, ...days }, { keepOld: true })
  if (record.error && Object.keys(days).length > 0)
    return (
      <Screen title={registry.noun} width="reading" crumbs={[{ label: title, to: addressOf() }]} actions={<PastDays />}>
        <PastNotice />
        <Reading of={record}>{() => null}</Reading>
      </Screen>
    )
  return <Reading of={record}>{(view) => <Record record={view} />}</Reading>
}
