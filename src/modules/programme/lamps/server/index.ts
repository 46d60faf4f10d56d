export { judgeProgramme } from './judge-programme.ts'
export { loadLampsOn, loadStanding } from './lamps-on.ts'
export { standingSeen, verdictSeen } from './own-verdicts.ts'
export { judgeToday } from './standing.ts'
