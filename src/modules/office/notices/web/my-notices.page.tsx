import { useRead } from '#ui/client.ts'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { noticeContract } from '../contract.ts'
import { FeedSheet } from './feed-sheet.tsx'
import { PreferenceForm } from './preference-form.tsx'
import './notices.css'

/** How one is reached: mail, quiet hours, the calendar. */
export function Page() {
  const preference = useRead(noticeContract.getPreference, {})
  return (
    <Screen title="消息设置" width="reading" crumbs={[{ label: '消息', to: '/notices' }]}>
      <Reading of={preference}>{(first) => <PreferenceForm first={first} />}</Reading>
      <FeedSheet />
    </Screen>
  )
}
