import { spawnSync } from 'node:child_process'
import { inProject } from './project.mjs'

const { status } = spawnSync(process.execPath, ['--import', 'tsx', inProject('scripts/write-docs.ts')], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
