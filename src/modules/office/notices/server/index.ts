export { type CalendarEntry, calendarSource } from './calendar-source.ts'
export { notify, type Telling } from './notify.ts'
export type { NoticePorts } from './ports.ts'
export { addressOf, readFeed } from './read-feed.ts'
