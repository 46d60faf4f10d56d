import { Page as Screen } from '../page.tsx'
import { useKit } from './kit.tsx'
import { ListActs } from './list-acts.tsx'
import { RecordList } from './record-list.tsx'

/** All records of a registry, found, sorted and paged at the server. */
export const Page = () => (
  <Screen title={useKit().title} actions={<ListActs />}>
    <RecordList />
  </Screen>
)
