// npm run sample: plays the stories of the sample county and writes what they leave behind to seed/sample-rows-*.txt.
import { spawnSync } from 'node:child_process'
import { ensureInstalled } from './install.mjs'
import { inProject, project } from './project.mjs'

ensureInstalled({ dev: true })
const { status } = spawnSync(process.execPath, ['--import', 'tsx', inProject('scripts/write-sample.ts')], {
  cwd: project,
  stdio: 'inherit',
})
process.exit(status ?? 1)
