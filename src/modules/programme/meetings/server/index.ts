export { listMeetingsOf, meetingCalendar } from './meeting-calendar.ts'
export { listTodos } from './todos.ts'
