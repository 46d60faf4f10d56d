import { defineModule } from '#platform/operation/implement.ts'
import { decisionFlow } from './domain/decision.ts'
import { meetingFlow } from './domain/meeting.ts'
import { minutesFlow } from './domain/minutes.ts'
import {
  addAgendaItem,
  orderAgenda,
  proposeAgenda,
  removeAgendaItem,
  restoreAgendaItem,
} from './server/agenda-operations.ts'
import { addDecision, correctDecision } from './server/correct-decision.ts'
import { exportMinutes, exportPack } from './server/export-papers.ts'
import { findMeetings } from './server/finders.ts'
import { listCadences } from './server/list-cadences.ts'
import { listMeetings, setSeriesHabit } from './server/list-meetings.ts'
import { listTaskDecisions } from './server/list-task-decisions.ts'
import {
  callMeeting,
  cancelMeeting,
  getMeeting,
  moveMeeting,
  planMeeting,
  setParticipants,
} from './server/meeting-operations.ts'
import { getMinutes, handInMinutes, issueMinutes, writeMinutes } from './server/minutes-operations.ts'
import type { MeetingPorts } from './server/ports.ts'
import { readMinutes } from './server/read-minutes.ts'
import {
  finishDecision,
  joinDecision,
  placeDecision,
  reopenDecision,
  setDecisionAside,
} from './server/settle-decision.ts'
import { meetingRows } from './server/tables.ts'

/** Meetings about a programme: when, about what, what they decided, and what became of it. */
export const meetings = (ports: MeetingPorts) =>
  defineModule({
    name: 'meetings',
    title: '会商',
    unique: meetingRows,
    operations: [
      listMeetings,
      listCadences,
      setSeriesHabit,
      planMeeting,
      getMeeting,
      moveMeeting,
      callMeeting,
      cancelMeeting,
      setParticipants,
      proposeAgenda,
      addAgendaItem,
      orderAgenda,
      removeAgendaItem,
      restoreAgendaItem,
      exportPack,
      writeMinutes,
      handInMinutes(ports),
      getMinutes,
      listTaskDecisions,
      issueMinutes,
      exportMinutes,
      addDecision,
      correctDecision,
      placeDecision,
      joinDecision,
      setDecisionAside,
      reopenDecision,
      finishDecision,
    ],
    procedures: [decisionFlow, meetingFlow, minutesFlow],
    finds: [findMeetings],
    listens: [],
    jobs: [readMinutes(ports)],
  })
