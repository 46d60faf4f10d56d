import { restoreBackup } from './restore-backup.ts'

/** A program that is killed before a step of its restore: `STEP SETTINGS`. */
const [, , step, settings = ''] = process.argv
await restoreBackup({
  ...JSON.parse(settings),
  onStep: (reached) => {
    if (reached === step) process.kill(process.pid, 'SIGKILL')
  },
})
