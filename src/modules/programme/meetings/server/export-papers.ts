import { divisionName } from '#modules/office/organisations/server/index.ts'
import { headOnPaper } from '#platform/audit/stored-chain.ts'
import { writeGazette } from '#platform/gazette/write-gazette.ts'
import { implementDownload } from '#platform/operation/implement.ts'
import { mediaTypes } from '#platform/operation/media-types.ts'
import { meetingContract } from '../contract.ts'
import { meetingErrors } from '../domain/errors.ts'
import { openMeeting } from './load-meeting.ts'
import { viewMeeting } from './view-meeting.ts'
import { minutesPaper } from './write-minutes-docx.ts'
import { packOf } from './write-pack.ts'

const mediaType = mediaTypes.docx

export const exportPack = implementDownload(meetingContract.exportPack, async (call) => {
  const page = await viewMeeting(call, call.input.meetingId)
  if (!page.can.exportPack.allowed) throw meetingErrors.notToBeHad({ reason: page.can.exportPack.reason ?? '' })
  call.about(`会议“${page.title}”的材料`)
  return { name: `${page.title}材料.docx`, mediaType, bytes: await writeGazette(packOf(page)) }
})

/** Those who were called get the issued minutes whole; before, only those who see the county look at them. */
export const exportMinutes = implementDownload(meetingContract.exportMinutes, async (call) => {
  const { tx, actor, input, about } = call
  const page = await viewMeeting(call, input.meetingId)
  if (!page.can.exportMinutes.allowed) throw meetingErrors.notToBeHad({ reason: page.can.exportMinutes.reason ?? '' })
  const { minutes } = await openMeeting(tx, input.meetingId, actor)
  const paper = minutesPaper({ page, head: minutes?.head ?? null, division: divisionName(actor.divisionCode) })
  about(`会议“${page.title}”的纪要`, { number: page.number })
  const bytes = await writeGazette({ ...paper, mark: await headOnPaper(tx, actor.divisionCode) })
  return { name: `${page.title}纪要${page.number ?? '（草稿）'}.docx`, mediaType, bytes }
})
