import { passwordReset } from '#modules/office/accounts/contract.ts'
import { defineModule, listen } from '#platform/operation/implement.ts'
import { deliver } from './server/deliver.ts'
import { listDeliveries } from './server/delivery-operations.ts'
import { endFeed, endFeedOf, findFeed, renewFeed } from './server/feed-operations.ts'
import { countUnread, listNotices, readAllNotices, readNotice } from './server/inbox-operations.ts'
import { listFailedJobs, retryJob } from './server/job-operations.ts'
import { getChannels, saveHouseRules, saveMail, testMail } from './server/mail-operations.ts'
import type { NoticePorts } from './server/ports.ts'
import { getPreference, savePreference } from './server/preference-operations.ts'
import { halfHourly, reportFailures } from './server/report-failures.ts'
import { addRobot, removeRobot, saveRobot, testRobot } from './server/robot-operations.ts'
import { noticeRows } from './server/tables.ts'

/** What people are told, and how it reaches them; the jobs that keep failing, for whoever keeps the house. */
export const notices = (ports: NoticePorts) => {
  const failures = reportFailures(ports)
  return defineModule({
    name: 'notices',
    title: '消息',
    unique: noticeRows,
    operations: [
      listNotices,
      countUnread,
      readNotice,
      readAllNotices,
      getPreference,
      savePreference,
      findFeed,
      renewFeed,
      endFeed,
      getChannels,
      saveMail(ports),
      testMail,
      saveHouseRules,
      addRobot(ports),
      saveRobot(ports),
      removeRobot,
      testRobot,
      listDeliveries,
      listFailedJobs(ports),
      retryJob(ports),
    ],
    listens: [listen(passwordReset, 'the address of the calendar ends', endFeedOf)],
    jobs: [deliver(ports), failures],
    schedules: [halfHourly(failures)],
  })
}
