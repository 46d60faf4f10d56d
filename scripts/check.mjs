// npm run check: types, boundaries, lint, format, unused code. Every part is run and named; one failure fails all.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { ensureInstalled } from './install.mjs'
import { inProject, project } from './project.mjs'

const bin = (path) => inProject('node_modules', path)

const parts = [
  ['types of server, domain and tests', bin('typescript/bin/tsc'), '-p', 'tsconfig.json'],
  ['types of the web', bin('typescript/bin/tsc'), '-p', 'tsconfig.web.json'],
  ['boundaries', inProject('scripts/boundaries.mjs')],
  ['lint', bin('oxlint/bin/oxlint'), '.'],
  ['format', bin('@biomejs/biome/bin/biome'), 'check', '.'],
  ['unused code', bin('knip/bin/knip.js')],
]

function run([name, program, ...flags]) {
  const begun = performance.now()
  const child = spawn(process.execPath, [program, ...flags], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const passed = code === 0
      console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      if (!passed) console.log(Buffer.concat(output).toString().trimEnd())
      resolve(passed)
    })
  })
}

ensureInstalled({ dev: true })
mkdirSync(bin('.cache'), { recursive: true })
const waiting = [...parts]
const results = []
async function work() {
  for (let part = waiting.shift(); part; part = waiting.shift()) results.push(await run(part))
}
await Promise.all([work(), work()])
const failed = results.filter((passed) => !passed).length
console.log(failed === 0 ? 'check passed' : `check failed: ${failed} of ${parts.length} parts`)
process.exitCode = failed === 0 ? 0 : 1
