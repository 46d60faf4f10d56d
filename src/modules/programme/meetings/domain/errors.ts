import { defineErrors } from '#kernel/errors.ts'
import { isUpcoming, type Meeting, meetingStateTitles } from './meeting.ts'

export const meetingErrors = defineErrors('meetings', {
  meetingNotFound: { kind: 'notFound', text: () => '没有这个会议，可能链接有误，或您的单位不参加。请回到会商页查看。' },
  alreadyPlanned: {
    kind: 'conflict',
    text: () => '同一天、同一时间已有同名的会议，没有重复登记。请打开已有的会议；确是另一个会，请换一个名称或时间。',
  },
  itemNotFound: { kind: 'notFound', text: () => '议程中没有这一项，可能已被移除。请刷新后再看。' },
  decisionNotFound: {
    kind: 'notFound',
    text: () => '没有这项议定事项，可能链接有误，或不属于本单位。请回到会商页查看。',
  },
  seriesNotFound: { kind: 'notFound', text: () => '现行方案中没有这个会议序列，可能方案已有新版。请刷新后再看。' },
  agendaEmpty: { kind: 'conflict', text: () => '议程还是空的，不能通知参会。请先拟定议程，或添加自己的议题。' },
  notUpcoming: {
    kind: 'conflict',
    text: (p: { state: string }) => `会议${p.state}，时间、参会单位和议程不能再改。会后新增的事项请写进会议记录。`,
  },
  orderIncomplete: { kind: 'conflict', text: () => '议程在您调整顺序时有了变化，请刷新后重新排序。' },
  minutesBusy: { kind: 'conflict', text: () => '会议记录正在识读，请等识读完成后再操作。' },
  minutesInUse: {
    kind: 'conflict',
    text: (p: { count: number }) =>
      `现有记录中已有 ${p.count} 项议定事项落实到任务或另作处理，不能整篇替换。请在右侧逐项补充、更正。`,
  },
  noMinutes: { kind: 'conflict', text: () => '还没有会议记录，不能印发纪要。请先录入或上传会议记录。' },
  noDecisions: {
    kind: 'conflict',
    text: () => '会议记录中还没有议定事项，不能印发纪要。请在记录中选中文字，标为议定事项。',
  },
  minutesIssued: { kind: 'conflict', text: (p: { number: string }) => `纪要${p.number}已印发，议定内容不能再改。` },
  decisionSettled: {
    kind: 'conflict',
    text: (p: { fate: string }) => `这项议定事项${p.fate}，不能再作处理。需要变动请先撤回原处理。`,
  },
  decisionDone: { kind: 'conflict', text: () => '这项议定事项已办结，不能再变动。' },
  notToBeHad: { kind: 'forbidden', text: (p: { reason: string }) => p.reason },
  notTheirs: { kind: 'forbidden', text: () => '这项议定事项不由您的单位承办，不能办结。请联系专班办公室。' },
  wordsNotThere: { kind: 'invalid', text: () => '选中的文字不在会议记录里，请重新选取。' },
  agencyUnknown: { kind: 'invalid', text: () => '所选单位不在单位名录中，请重新选择。' },
})

export function assertUpcoming(meeting: Meeting): void {
  if (!isUpcoming(meeting)) throw meetingErrors.notUpcoming({ state: meetingStateTitles[meeting.state] })
}
