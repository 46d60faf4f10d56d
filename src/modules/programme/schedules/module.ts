import { defineModule } from '#platform/operation/implement.ts'
import { scheduleMoved } from './contract.ts'
import {
  listCalendarYears,
  readCalendarFile,
  readCalendarText,
  saveCalendarYear,
} from './server/calendar-operations.ts'
import { changeSchedule, completeStep, previewChange, reopenStep } from './server/change-schedule.ts'
import { compareSchedules } from './server/compare-schedules.ts'
import { exportSchedules } from './server/export-schedules.ts'
import { getBoard } from './server/get-board.ts'
import { getSchedule, listRevisions } from './server/get-schedule.ts'
import { scheduleAdded } from './server/schedule-added.ts'
import { scheduleIssue, scheduleProgramme } from './server/schedule-programme.ts'
import { scheduleRows } from './server/tables.ts'
import { listTemplates, restoreTemplate, saveTemplate } from './server/template-operations.ts'

/** When each step of a task has to begin, worked out backwards from its deadline; every version kept. */
export const schedules = defineModule({
  name: 'schedules',
  title: '倒排工期',
  unique: scheduleRows,
  operations: [
    getBoard,
    scheduleProgramme,
    getSchedule,
    listRevisions,
    previewChange,
    changeSchedule,
    completeStep,
    reopenStep,
    compareSchedules,
    exportSchedules,
    listTemplates,
    saveTemplate,
    restoreTemplate,
    listCalendarYears,
    readCalendarText,
    readCalendarFile,
    saveCalendarYear,
  ],
  tells: [scheduleMoved],
  listens: [scheduleIssue, scheduleAdded],
})
