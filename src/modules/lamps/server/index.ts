export { judgeProgramme } from './judge-programme.ts'
export { loadLampsOn, loadStanding } from './lamps-on.ts'
export { judgeToday } from './standing.ts'
