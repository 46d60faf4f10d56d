import { workingCalendar } from '#kernel/calendar.ts'
import { compileText } from '#modules/programme/plans/server/index.ts'
import { serveJobs } from '#platform/threads/serve-jobs.ts'
import { compileMinutes } from '../domain/compile-minutes.ts'
import type { MinutesJob } from './compile-words.ts'

/** The thread that compiles minutes, with the grammar of plans, one after another. */
serveJobs(({ text, on, known, years }: MinutesJob) =>
  compileMinutes({ text, paragraphs: compileText(text, on, known), on, calendar: workingCalendar(years) }),
)
