import { defineModule } from '#platform/operation/implement.ts'
import { programmeIssued, taskAdded } from './contract.ts'
import { exportTable } from './server/export-table.ts'
import { programmeFinders } from './server/finders.ts'
import { getTask } from './server/get-task.ts'
import { listTargets, listTaskNames, listTasks } from './server/list-rows.ts'
import { compareVersions, getProgramme, listProgrammes } from './server/programme-operations.ts'
import { receiveIssue } from './server/receive-issue.ts'
import { programmeRows } from './server/tables.ts'

/** What a county runs from a published plan: tasks, targets, the chart on the wall. */
export const programmes = defineModule({
  name: 'programmes',
  title: '工作方案',
  unique: programmeRows,
  operations: [
    listProgrammes,
    getProgramme,
    listTasks,
    listTaskNames,
    getTask,
    listTargets,
    compareVersions,
    exportTable,
  ],
  finds: programmeFinders,
  tells: [programmeIssued, taskAdded],
  listens: [receiveIssue],
})
