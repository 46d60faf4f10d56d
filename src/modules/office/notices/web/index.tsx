export { NoticeBell } from './bell.tsx'
export { noticeScreens } from './routes.tsx'
