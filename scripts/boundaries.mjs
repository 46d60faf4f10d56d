// Which file may import which: .dependency-cruiser.cjs, and a guard that the checker has read every source.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inProject, project } from './project.mjs'

const isSource = (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')

function countSources(folder) {
  let count = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) count += countSources(join(folder, entry.name))
    else if (isSource(entry.name)) count += 1
  }
  return count
}

function cruise(folder) {
  const program = inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const flags = ['src', '--config', inProject('.dependency-cruiser.cjs'), '--output-type', 'json']
  const done = spawnSync(process.execPath, [program, ...flags], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
  // With no source at all it complains and answers nothing.
  process.stderr.write(done.stderr)
  return done.stdout ? JSON.parse(done.stdout) : { modules: [], summary: { violations: [] } }
}

const folder = resolve(process.argv[2] ?? project)
const { modules, summary } = cruise(folder)
const read = modules.filter(({ source }) => source.startsWith('src/') && isSource(source)).length
const sources = countSources(join(folder, 'src'))
for (const { rule, from, to } of summary.violations) console.log(`${rule.name}: ${from} → ${to}`)
if (sources === 0 || read < sources)
  console.log(`nothing-unread: ${read} of ${sources} sources were read; the other findings mean nothing`)
else console.log(`${read} sources read, ${summary.violations.length} violations`)
process.exitCode = sources > 0 && read >= sources && summary.violations.length === 0 ? 0 : 1
