// npm run bench: every bench/*.bench.ts in a process of its own, one after the other, so that none disturbs the next.
// npm run bench NAME …: those with the name in theirs, the long ones that only run when they are named too; the words after it are theirs to read.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { ensureInstalled } from './install.mjs'
import { inProject, project } from './project.mjs'

ensureInstalled({ dev: true })
const longOnes = ['province.bench.ts']
const [asked = '', ...words] = process.argv.slice(2)
const isAsked = (name) => (asked === '' ? !longOnes.includes(name) : name.includes(asked))
const names = readdirSync(inProject('bench')).filter((name) => name.endsWith('.bench.ts') && isAsked(name))
let failed = 0
for (const name of names.sort()) {
  console.log(`\n## ${name.replace('.bench.ts', '')}\n`)
  const flags = ['--expose-gc', '--import', 'tsx', `bench/${name}`, ...words]
  const done = spawnSync(process.execPath, flags, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] })
  if (done.status !== 0) failed += 1
}
if (names.length === 0) console.log('no bench of that name')
process.exitCode = failed === 0 && names.length > 0 ? 0 : 1
