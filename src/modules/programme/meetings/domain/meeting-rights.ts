import type { Role } from '#kernel/actor.ts'
import type { Decision } from './decision.ts'
import { decisionFateTitles, decisionFlow } from './decision.ts'
import { isUpcoming, type Meeting, meetingFlow, meetingStateTitles } from './meeting.ts'
import type { Minutes } from './minutes.ts'

/** Whether something may be done now, and if not, why. */
export interface Allowance {
  allowed: boolean
  reason: string | null
}

const yes: Allowance = { allowed: true, reason: null }
const no = (reason: string): Allowance => ({ allowed: false, reason })

interface Person {
  role: Role
  seesWholeCounty: boolean
}

interface MeetingFacts {
  meeting: Meeting
  items: number
  decisions: readonly Pick<Decision, 'fate'>[]
  minutes: Pick<Minutes, 'state'> | null
}

const officeOnly = '由专班办公室办理。'
const stateSays = (meeting: Meeting): string => `会议${meetingStateTitles[meeting.state]}。`

/** What a person may do with a meeting; the handlers ask the same function. */
export function meetingRights(person: Person, standing: MeetingFacts) {
  const { meeting, items, decisions, minutes } = standing
  const isOffice = person.role === 'office'
  const convenes = isOffice || person.role === 'leader'
  const at = (step: Parameters<typeof meetingFlow.can>[1]): Allowance =>
    !isOffice ? no(officeOnly) : meetingFlow.can(meeting.state, step) ? yes : no(stateSays(meeting))
  const upcoming = (mayDo: boolean, whose: string): Allowance =>
    !mayDo ? no(whose) : isUpcoming(meeting) ? yes : no(stateSays(meeting))
  const busy = minutes !== null && (minutes.state === 'received' || minutes.state === 'reading')
  const has = minutes?.state === 'read'
  const issue = at('issue')
  return {
    editMeeting: upcoming(isOffice, officeOnly),
    call: at('call').allowed && items === 0 ? no('议程还是空的，请先拟定议程。') : at('call'),
    cancel: at('cancel'),
    editAgenda: upcoming(convenes, '由专班办公室或主持会议的县领导调整。'),
    writeMinutes: busy ? no('会议记录正在识读。') : at('hold'),
    issueMinutes: !issue.allowed
      ? issue
      : !has
        ? no('还没有会议记录。')
        : decisions.length === 0
          ? no('会议记录中还没有议定事项。')
          : yes,
    exportPack: person.seesWholeCounty ? (items > 0 ? yes : no('议程还是空的。')) : no('会议材料由专班办公室分送。'),
    exportMinutes: meeting.state === 'issued' || (person.seesWholeCounty && has) ? yes : no('纪要尚未印发。'),
    readMinutes: person.seesWholeCounty ? yes : no('会议记录由专班办公室保管；本单位的议定事项在下面列出。'),
  }
}

/** What a person may do with a decision. `isTheirs`: their agency is to do it. */
export function decisionRights(
  person: Person & { isTheirs: boolean },
  { decision, meeting, finishedOn }: { decision: Decision; meeting: Meeting; finishedOn: string | null },
) {
  const isOffice = person.role === 'office'
  const { fate } = decision
  const done = finishedOn !== null
  const settled = no(`这项议定事项${decisionFateTitles[fate]}。`)
  const mayFinish = isOffice || (person.isTheirs && (person.role === 'reviewer' || person.role === 'agencyHead'))
  return {
    correct: !isOffice
      ? no(officeOnly)
      : meeting.state === 'issued'
        ? no('纪要已印发，议定内容不能再改。')
        : done
          ? no('已办结。')
          : yes,
    settle: !isOffice ? no(officeOnly) : done ? no('已办结。') : fate === 'open' ? yes : settled,
    reopen: !isOffice ? no(officeOnly) : done ? no('已办结。') : decisionFlow.can(fate, 'reopen') ? yes : settled,
    finish: done
      ? no('已办结。')
      : !mayFinish
        ? no('由承办单位负责人、审核员或专班办公室办结。')
        : fate === 'setAside'
          ? settled
          : yes,
  }
}
