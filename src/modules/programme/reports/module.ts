import { defineModule } from '#platform/operation/implement.ts'
import { serveIntake } from '#platform/registry/serve-intake.ts'
import { reportCorrected, reportReturned, reportSigned, reportSubmitted } from './contract.ts'
import { correctionFlow } from './domain/correction.ts'
import { reportFlow } from './domain/report.ts'
import { askCorrection, settleCorrection } from './server/corrections.ts'
import { remindDue } from './server/due-soon.ts'
import { exportBoard } from './server/export-board.ts'
import { getBoard } from './server/get-board.ts'
import { getInbox } from './server/get-inbox.ts'
import { assignTask, handOver, listColleagues } from './server/hand-over.ts'
import { listReviews } from './server/list-reviews.ts'
import { getReport, listTaskReports } from './server/list-task-reports.ts'
import { openingKit } from './server/opening-intake.ts'
import { saveDrafts } from './server/save-drafts.ts'
import { getOpening, saveOpening } from './server/save-opening.ts'
import { returnReports, signReports, withdrawReport } from './server/settle-reports.ts'
import { submitReports } from './server/submit-reports.ts'
import { reportRows } from './server/tables.ts'
import { listWaitingCorrections } from './server/waiting-corrections.ts'

const opening = serveIntake(openingKit)

/** What agencies say of their tasks each cycle: asked once, in a minute, signed or returned. */
export const reports = defineModule({
  name: 'reports',
  title: '报送',
  unique: reportRows,
  operations: [
    getInbox,
    submitReports,
    saveDrafts,
    withdrawReport,
    listReviews,
    signReports,
    returnReports,
    askCorrection,
    listWaitingCorrections,
    settleCorrection,
    getOpening,
    saveOpening,
    ...opening.operations,
    listTaskReports,
    getReport,
    getBoard,
    exportBoard,
    listColleagues,
    assignTask,
    handOver,
  ],
  tells: [reportCorrected, reportReturned, reportSigned, reportSubmitted],
  procedures: [reportFlow, correctionFlow],
  listens: [],
  jobs: [remindDue, ...opening.jobs],
  // 08:10 in the county.
  schedules: [{ job: remindDue, cron: '10 0 * * *', payload: {} }],
})
