import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { table } from './table.ts'
import { manyPlans } from './texts.ts'

/** Three thousand plans through the command line, files in and files out, held to two cores where there are more. */
const count = 3000
const wantedSeconds = 60
/** Linux's own way to give a program some of the cores. */
const holder = 'taskset'

const folder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
try {
  const [from, to] = [join(folder, 'plans'), join(folder, 'compiled')]
  mkdirSync(from)
  const plans = manyPlans(count)
  const files = plans.map((text, n) => {
    const path = join(from, `${String(n).padStart(4, '0')}.txt`)
    writeFileSync(path, text)
    return path
  })
  const program = join(import.meta.dirname, '../bin/guatu.mjs')
  // the first call builds what is older than its sources, which is not what is measured
  spawnSync(process.execPath, [program, '--version'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const command = [process.execPath, program, 'compile', ...files, '--out', to, '--quiet']
  const isHeld = availableParallelism() > 2 && spawnSync(holder, ['-c', '0,1', 'true']).status === 0
  const [head = '', ...rest] = isHeld ? [holder, '-c', '0,1', ...command] : command
  const start = performance.now()
  const done = spawnSync(head, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
  const seconds = (performance.now() - start) / 1000
  const written = readdirSync(to).length
  const characters = plans.reduce((sum, text) => sum + text.length, 0)
  const cores = isHeld ? 2 : availableParallelism()
  console.log(
    table(
      ['plans', 'written', 'million characters', 'cores', 'seconds', 'ms a plan', 'wanted, s'],
      [
        [
          String(count),
          String(written),
          (characters / 1e6).toFixed(1),
          String(cores),
          seconds.toFixed(1),
          ((seconds * 1000) / count).toFixed(1),
          `< ${wantedSeconds}`,
        ],
      ],
    ),
  )
  if (done.status !== 0 || written !== count || seconds >= wantedSeconds) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
