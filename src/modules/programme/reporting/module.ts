import { defineModule } from '#platform/operation/implement.ts'
import { askQuestion, withdrawQuestion } from './server/ask-question.ts'
import { getReporting } from './server/get-reporting.ts'
import {
  delegateTask,
  endDelegation,
  recordOutsideValue,
  saveReporting,
  setTargetSource,
} from './server/save-reporting.ts'
import { reportingRows } from './server/tables.ts'

/** What agencies are asked, when, and by whom it is answered: rhythm, sources of figures, delegations, questions. */
export const reporting = defineModule({
  name: 'reporting',
  title: '报送设置',
  unique: reportingRows,
  operations: [
    getReporting,
    saveReporting,
    setTargetSource,
    recordOutsideValue,
    delegateTask,
    endDelegation,
    askQuestion,
    withdrawQuestion,
  ],
  listens: [],
})
