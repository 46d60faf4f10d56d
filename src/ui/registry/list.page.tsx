import { Page as Screen } from '../page.tsx'
import { useAsked } from './asked.ts'
import { useKit } from './kit.tsx'
import { ListActs } from './list-acts.tsx'
import { RecordList, useRecords } from './record-list.tsx'

/** All records of a registry, found, sorted and paged at the server. */
export function Page() {
  const { title } = useKit()
  const { data } = useRecords()
  const { isNarrowed } = useAsked()
  const isFirstDay = data?.total === 0 && !isNarrowed
  return (
    <Screen title={title} actions={data && !isFirstDay && <ListActs mayKeep={data.can.keep} />}>
      <RecordList />
    </Screen>
  )
}
