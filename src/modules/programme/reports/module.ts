import { defineModule } from '#platform/operation/implement.ts'
import { statementReturned, statementSigned, statementSubmitted } from './contract.ts'
import { statementFlow } from './domain/statement.ts'
import { remindDue } from './server/due-soon.ts'
import { exportBoard } from './server/export-board.ts'
import { getBoard } from './server/get-board.ts'
import { getInbox } from './server/get-inbox.ts'
import { assignTask, handOver, listColleagues } from './server/hand-over.ts'
import { listReviews } from './server/list-reviews.ts'
import { getStatement, listTaskStatements } from './server/list-task-statements.ts'
import { saveDrafts } from './server/save-drafts.ts'
import { returnStatements, signStatements, withdrawStatement } from './server/settle-statements.ts'
import { submitStatements } from './server/submit-statements.ts'
import { statementRows } from './server/tables.ts'

/** What agencies say of their tasks each cycle: asked once, in a minute, signed or returned. */
export const reports = defineModule({
  name: 'reports',
  title: '报送',
  unique: statementRows,
  operations: [
    getInbox,
    submitStatements,
    saveDrafts,
    withdrawStatement,
    listReviews,
    signStatements,
    returnStatements,
    listTaskStatements,
    getStatement,
    getBoard,
    exportBoard,
    listColleagues,
    assignTask,
    handOver,
  ],
  tells: [statementReturned, statementSigned, statementSubmitted],
  procedures: [statementFlow],
  listens: [],
  jobs: [remindDue],
  // 08:10 in the county.
  schedules: [{ job: remindDue, cron: '10 0 * * *', payload: {} }],
})
