export { ProgrammeFrame } from './programme-frame.tsx'
export { programmeScreens } from './routes.tsx'
export { targetMarks, taskMarks, taskSections } from './slots.ts'
