import { useRead } from '#ui/client.ts'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { noticeContract } from '../contract.ts'
import { DeliverySheet } from './delivery-sheet.tsx'
import { HouseSheet } from './house-sheet.tsx'
import { MailSheet } from './mail-sheet.tsx'
import { RobotSheet } from './robot-sheet.tsx'
import './notices.css'

/** How messages leave the house: mail, robots, when. */
export function Page() {
  const channels = useRead(noticeContract.getChannels, {})
  return (
    <Screen title="消息渠道" width="reading">
      <Reading of={channels}>
        {({ mail, robots, agencies, house }) => (
          <>
            <MailSheet mail={mail} />
            <RobotSheet robots={robots} agencies={agencies} />
            <HouseSheet house={house} />
            <DeliverySheet />
          </>
        )}
      </Reading>
    </Screen>
  )
}
