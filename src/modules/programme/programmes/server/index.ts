export { programmeErrors } from '../domain/errors.ts'
export { addTask } from './add-task.ts'
export { type CallAgency, callAgencies } from './call-agencies.ts'
export { countLeads } from './count-leads.ts'
export { listIssues } from './list-issues.ts'
export {
  findProgrammeOfTarget,
  findProgrammeRow,
  findTarget,
  getProgrammeRow,
  getTaskRow,
  listCounties,
  listInForce,
  listProgrammeRows,
  listTaskHands,
  loadContents,
  loadPart,
  loadTasks,
  type ProgrammeContents,
} from './load-programme.ts'
export {
  listLeadAgencyIds,
  listOwnAgencyIds,
  listOwnTasks,
  listTaskTitles,
  type SaidSight,
  saidSight,
  visibleTaskFilter,
} from './own-tasks.ts'
export { taskReferences } from './task-references.ts'
