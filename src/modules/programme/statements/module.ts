import { defineModule } from '#platform/operation/implement.ts'
import { statementReturned, statementSigned, statementSubmitted } from './contract.ts'
import { statementFlow } from './domain/statement.ts'
import { askQuestion, withdrawQuestion } from './server/ask-question.ts'
import { remindDue } from './server/due-soon.ts'
import { exportBoard } from './server/export-board.ts'
import { getBoard } from './server/get-board.ts'
import { getInbox } from './server/get-inbox.ts'
import { getReporting } from './server/get-reporting.ts'
import { assignTask, handOver, listColleagues } from './server/hand-over.ts'
import { listReviews } from './server/list-reviews.ts'
import { getStatement, listTaskStatements } from './server/list-task-statements.ts'
import { saveDrafts } from './server/save-drafts.ts'
import {
  delegateTask, endDelegation, recordOutsideValue, saveReporting, setTargetSource,
} from './server/save-reporting.ts' // biome-ignore format: one list
import { returnStatements, signStatements, withdrawStatement } from './server/settle-statements.ts'
import { submitStatements } from './server/submit-statements.ts'
import { statementRows } from './server/tables.ts'

/** What agencies say of their tasks each cycle: asked once, in a minute, signed or returned. */
export const statements = defineModule({
  name: 'statements',
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
    getReporting,
    saveReporting,
    setTargetSource,
    recordOutsideValue,
    delegateTask,
    endDelegation,
    askQuestion,
    withdrawQuestion,
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
