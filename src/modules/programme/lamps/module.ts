import { defineModule } from '#platform/operation/implement.ts'
import { allRules } from './domain/rules/edition.ts'
import { exportIndicators } from './server/export-indicators.ts'
import { getTargetPage } from './server/get-target-page.ts'
import { getTaskVerdict } from './server/get-task-verdict.ts'
import { keepDays } from './server/keep-days.ts'
import { getLampSettings, saveLampSettings } from './server/lamp-settings.ts'
import { compareDays, listLamps, listVerdicts } from './server/list-verdicts.ts'
import { readFigures } from './server/read-figures.ts'
import { setTrajectory } from './server/set-trajectory.ts'
import { touches } from './server/touched.ts'
import { verifySnapshots } from './server/verify-snapshots.ts'

/** Green, yellow, red, grey: what every task and target of a programme shows on a day, why, and since when. */
export const lamps = defineModule({
  name: 'lamps',
  title: '亮灯',
  operations: [
    listLamps,
    listVerdicts,
    compareDays,
    getTaskVerdict,
    getTargetPage,
    setTrajectory,
    getLampSettings,
    saveLampSettings,
    verifySnapshots,
    exportIndicators,
  ],
  listens: [...touches, ...readFigures],
  rules: allRules,
  jobs: [keepDays],
  // 00:20 in the county: the day before is over.
  schedules: [{ job: keepDays, cron: '20 16 * * *', payload: {} }],
})
