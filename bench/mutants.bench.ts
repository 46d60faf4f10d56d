import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutant } from './mutants/change-code.ts'
import { type Fate, openTrial } from './mutants/open-trial.ts'
import { sequence } from './sequence.ts'
import { table } from './table.ts'

/**
 * How much of a module's code its tests hold: 300 changes of one place each (an operator, a boundary, a condition, a
 * returned value, a statement left out), drawn by a seed from domain/ and server/, and the tests run against each one.
 * `npm run bench mutants -- lamps schedules`; `--seed=7`, `--count=50`, `--in=server` draw otherwise;
 * `--in=domain` draws from domain/ and asks its own quick tests alone. `--again=812,2044` tries these alone: survivors
 * have their number beside them, which holds as long as domain/ and server/ are not changed.
 * Left out: words, what is worked out while files load, tables.
 */
const words = process.argv.slice(2)
const option = (name: string, otherwise: string) =>
  words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise
const seed = Number(option('seed', '20261129'))
const count = Number(option('count', '300'))
const part = option('in', '')
const again = option('again', '').split(',').filter(Boolean).map(Number)
const modules = words.filter((word) => !word.startsWith('--'))

const isJudged = (file: string) =>
  file.endsWith('.ts') && !/(?:\.(?:test|fixture|data)|\/tables|\/index)\.ts$/.test(file)

const filesOf = (module: string): string[] =>
  ['domain', 'server']
    .filter((folder) => folder.includes(part))
    .flatMap((folder) => {
      const path = join('src/modules', module, folder)
      return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
    })
    .filter(isJudged)
    .sort()

/** All of a module in an order that hangs on the seed and on its code, and not on which tests there are. */
function shuffle(length: number): number[] {
  const next = sequence(seed)
  const left = Array.from({ length }, (_, number) => number)
  return Array.from({ length }, () => left.splice(next(left.length), 1)).flat()
}

const brief = (text: string) => (text.length > 70 ? `${text.slice(0, 67)}…` : text).replaceAll(/\s+/g, ' ')
const shown = ({ file, line, was, now }: Mutant) => `${file}:${line}  ${brief(was)}  →  ${brief(now) || '(left out)'}`

async function judge(module: string): Promise<readonly string[]> {
  const started = Date.now()
  const trial = await openTrial({ module, files: filesOf(module), withDatabase: part !== 'domain' })
  const numbers = shuffle(trial.mutants.length).filter((number) => trial.testsOf(number) !== undefined)
  const drawn = again.length > 0 ? again : numbers.slice(0, count).sort((a, b) => a - b)
  const fates: Record<Fate, number> = { killed: 0, 'timed out': 0, survived: 0 }
  for (const number of drawn) {
    const fate = await trial.tryOne(number)
    fates[fate] += 1
    const mutant = trial.mutants[number]
    if (mutant && fate !== 'killed')
      console.log(`${trial.testsOf(number)?.length ? fate : 'no test'}  ${number}  ${shown(mutant)}`)
  }
  await trial.close()
  const share = `${((1 - fates.survived / drawn.length) * 100).toFixed(1)} %`
  const minutes = ((Date.now() - started) / 60_000).toFixed(1)
  return [module, numbers.length, drawn.length, ...Object.values(fates), share, minutes].map(String)
}

if (modules.length === 0) console.log('name modules: npm run bench mutants -- lamps schedules')
else {
  const rows: (readonly string[])[] = []
  for (const module of modules) rows.push(await judge(module))
  console.log(`\nseed ${seed}\n`)
  console.log(table(['module', 'mutants', 'drawn', 'killed', 'by time', 'survived', 'killed in all', 'minutes'], rows))
}
