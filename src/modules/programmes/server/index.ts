export { addTask, type NewTask } from './add-task.ts'
export { listIssues } from './list-issues.ts'
export {
  getProgrammeRow,
  getTaskRow,
  listProgrammeRows,
  loadContents,
  type ProgrammeContents,
} from './load-programme.ts'
export { listOwnAgencyIds, listOwnTasks, visibleTaskFilter } from './own-tasks.ts'
