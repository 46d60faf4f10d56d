import { expect, test } from 'vitest'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { addressOf, readFeed } from '#modules/office/notices/server/index.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { inventedPlan } from '../src/modules/programme/plans/server/invented-plan.fixture.ts'
import { openCounty } from './county.ts'

const { system, people, clock } = await openCounty()
const { office, reporter } = people

test('what an agency has to report by a day stands in the calendars of its people', async () => {
  clock.now = new Date('2026-03-03T02:00:00Z')
  const receipt = await system.call(planContract.handInText, office, { text: inventedPlan })
  await system.background.idle()
  const { planId } = (await system.call(planContract.listHandIns, office, {})).find(({ id }) => id === receipt.id)!
  const { revision } = await system.call(planContract.getPlan, office, { planId: planId! })
  await system.call(planContract.publishPlan, office, { planId: planId!, revision, newIssueOf: null })
  const { path } = await system.call(noticeContract.renewFeed, reporter, {})
  const text = await readFeed(addressOf(path.slice('/calendar/'.length), '')!, clock.now, system.noticePorts)
  const lines = text!.replace(/\r\n[ \t]/g, '')
  expect(lines).toContain('DTSTART;VALUE=DATE:20260325')
  expect(lines).toMatch(/SUMMARY:截止：报送2026年3月进展：\d+ 项任务/)
})
