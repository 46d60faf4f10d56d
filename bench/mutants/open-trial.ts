import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node'
import { z } from 'zod'
import { changeCode, type Mutant } from './change-code.ts'
import { type KeptPool, keptPool } from './kept-pool.ts'

export type Fate = 'killed' | 'timed out' | 'survived'

export interface Trial {
  mutants: readonly Mutant[]
  /** The test files that come by a mutant, domain tests first; undefined when only the loading of files does. */
  testsOf: (number: number) => readonly TestSpecification[] | undefined
  tryOne: (number: number) => Promise<Fate>
  close: () => Promise<void>
}

const root = join(import.meta.dirname, '../..')
/**
 * A run of a test file that has used so many seconds of a processor has met a mutant without an end: ten times and more
 * what the longest takes. By the clock a busy machine would count as one.
 */
const longestWork = { domain: 6, database: 60 }
/** Of the clock, for what waits for ever instead of working: a test's own limit, and that of a whole file. */
const longestTestMs = 180_000
const longestFileMs = 900_000
const lookEveryMs = 5_000

interface Tried {
  module: string
  files: readonly string[]
  /** Without, its quick tests alone are asked. */
  withDatabase: boolean
}

/** Puts every change into the files as they are loaded, and runs the module's own tests with none in force. */
export async function openTrial({ module, files, withDatabase }: Tried): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-mutants-'))
  const mutants: Mutant[] = []
  const codes = new Map<string, string>()
  for (const file of files) {
    const made = changeCode(file, readFileSync(join(root, file), 'utf8'), mutants.length)
    mutants.push(...made.mutants)
    codes.set(join(root, file), made.code)
  }
  const pools = { domain: keptPool('domain'), database: keptPool('database') }
  const vitest = await openVitest(folder, codes, pools)
  const specs = await specificationsFor(vitest, module, withDatabase)
  const run = runner(vitest, folder, pools)
  mustPass(await run(-1, specs))
  const loaded = readRan(folder, specs)
  // What has been loaded stays; what is seen now is what tests do, before their first one too.
  const first = await run(-1, specs)
  mustPass(first)
  const ran = quickestFirst(readRan(folder, specs), first.modules)
  const testsOf = (number: number) => {
    const tests = ran.filter(({ seen }) => seen.has(number)).map(({ spec }) => spec)
    return tests.length === 0 && loaded.some(({ seen }) => seen.has(number)) ? undefined : tests
  }
  const attempt = async (number: number, spec: TestSpecification): Promise<Outcome> => {
    // A process must have loaded everything before a change is in force, or what it worked out then would stay.
    if (!poolOf(spec, pools).processId()) mustPass(await run(-1, [spec]))
    return run(number, [spec])
  }
  return {
    mutants,
    testsOf,
    tryOne: async (number) => {
      for (const spec of testsOf(number) ?? []) {
        const once = await attempt(number, spec)
        // Waiting in vain twice, the second time in a process of its own, is no matter of the machine.
        const { ok, late } = once.late === 'waiting' ? await attempt(number, spec) : once
        if (late) return 'timed out'
        if (!ok) return 'killed'
      }
      return 'survived'
    },
    close: async () => {
      // What one mutant breaks for all after it would count as their end.
      await run(-1, specs).then(mustPass)
      await vitest.close()
      for (const pool of Object.values(pools)) pool.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Pools {
  domain: KeptPool
  database: KeptPool
}

const nameOf = ({ project }: TestSpecification): keyof Pools => (project.name === 'database' ? 'database' : 'domain')
const poolOf = (spec: TestSpecification, pools: Pools): KeptPool => pools[nameOf(spec)]

async function openVitest(folder: string, codes: ReadonlyMap<string, string>, pools: Pools): Promise<Vitest> {
  const plugin = {
    name: 'mutants',
    enforce: 'pre' as const,
    transform: (_: string, id: string) => codes.get(id),
  }
  const project = (name: keyof Pools, include: string[], globalSetup: string[]) => ({
    plugins: [plugin],
    test: {
      name,
      include,
      globalSetup,
      exclude: name === 'domain' ? ['**/*.db.test.ts'] : [],
      setupFiles: [join(import.meta.dirname, 'switch.setup.ts')],
      provide: { mutants: folder },
      isolate: false,
      pool: pools[name],
      execArgv: ['--max-old-space-size=2048'],
      testTimeout: longestTestMs,
      hookTimeout: longestTestMs,
    },
  })
  return createVitest('test', {
    root,
    config: false,
    watch: false,
    bail: 1,
    maxWorkers: 1,
    reporters: [{}],
    projects: [
      project('domain', ['src/**/*.test.ts'], []),
      project('database', ['src/**/*.db.test.ts'], ['test/database.setup.ts']),
    ],
  })
}

async function specificationsFor(vitest: Vitest, module: string, withDatabase: boolean): Promise<TestSpecification[]> {
  const specs = await vitest.globTestSpecifications([`src/modules/*/${module}/`])
  return specs.filter(({ project }) => withDatabase || project.name === 'domain')
}

/** Tests of a domain before those of a database, and in each the quickest first. */
function quickestFirst<One extends { spec: TestSpecification }>(ran: One[], modules: readonly TestModule[]): One[] {
  const took = new Map(
    modules.map((one) => [one.moduleId, one.diagnostic().collectDuration + one.diagnostic().duration]),
  )
  const weight = ({ spec }: One) => (took.get(spec.moduleId) ?? 0) + (spec.project.name === 'domain' ? 0 : 1e9)
  return ran.sort((a, b) => weight(a) - weight(b))
}

interface Outcome {
  ok: boolean
  /** What it was doing when it was ended. */
  late: 'working' | 'waiting' | undefined
  modules: readonly TestModule[]
  errors: readonly unknown[]
}

const runner =
  (vitest: Vitest, folder: string, pools: Pools) =>
  async (number: number, specs: TestSpecification[]): Promise<Outcome> => {
    writeFileSync(join(folder, 'active'), String(number))
    const names = [...new Set(specs.map(nameOf))]
    const watches = number < 0 ? [] : names.map((name) => watchProcess(pools[name], longestWork[name]))
    const { testModules, unhandledErrors: errors } = await vitest.runTestSpecifications(specs)
    for (const { stop } of watches) stop()
    // Vitest hands back the files of earlier runs as well, failed as they were.
    const asked = new Set(specs.map(({ moduleId }) => moduleId))
    const modules = testModules.filter(({ moduleId }) => asked.has(moduleId))
    const waited = failures(modules).some((message) => /timed out in \d+ms/.test(message))
    const late = watches.map((watch) => watch.late()).find(Boolean) ?? (waited ? 'waiting' : undefined)
    // A file that broke off has not closed what it opened, and what it left running would disturb the next.
    if (late || errors.length > 0 || modules.some((one) => one.errors().length > 0))
      for (const name of names) pools[name].end()
    return { ok: modules.every((one) => one.ok()) && errors.length === 0, late, modules, errors }
  }

/** Ends the process of a pool when it has worked longer than `limit` seconds, or waited too long. */
function watchProcess(pool: KeptPool, limit: number) {
  const [started, before] = [Date.now(), new Map<number, number>()]
  let late: Outcome['late']
  const look = () => {
    const id = pool.processId()
    if (id === undefined) return
    const seconds = workedSeconds(id)
    if (!before.has(id)) before.set(id, seconds)
    const worked = seconds - (before.get(id) ?? 0) >= limit
    if (!worked && Date.now() - started < longestFileMs) return
    late = worked ? 'working' : 'waiting'
    pool.end()
  }
  const timer = setInterval(look, lookEveryMs)
  return { late: () => late, stop: () => clearInterval(timer) }
}

/** What a process has used of a processor: `ps` says `[[days-]hours:]minutes:seconds`. */
function workedSeconds(processId: number): number {
  const words = execFileSync('ps', ['-o', 'time=', '-p', String(processId)], { encoding: 'utf8' }).trim()
  return words.split(/[-:]/).reduce((seconds, word, at, all) => {
    const days = all.length === 4 && at === 1
    return seconds * (days ? 24 : 60) + Number(word)
  }, 0)
}

const failures = (modules: readonly TestModule[]): string[] =>
  modules.flatMap((one) => [
    ...one.errors().map(({ message }) => `${one.relativeModuleId}: ${message}`),
    ...[...one.children.allTests('failed')].map((test) => `${test.fullName}: ${test.result().errors?.[0]?.message}`),
  ])

function mustPass({ ok, modules, errors }: Outcome): void {
  if (ok) return
  throw new Error(`the tests fail without any mutant:\n${[...failures(modules), ...errors.map(String)].join('\n')}`)
}

const Ran = z.object({ file: z.string(), seen: z.array(z.number()) })

/** By which changes each test file came in the last run. */
function readRan(folder: string, specs: readonly TestSpecification[]) {
  const lines = readFileSync(join(folder, 'ran'), 'utf8').trim().split('\n')
  rmSync(join(folder, 'ran'))
  const ran = new Map(lines.map((line) => Ran.parse(JSON.parse(line))).map((one) => [one.file, one]))
  return specs.map((spec) => ({ spec, seen: new Set(ran.get(spec.moduleId)?.seen) }))
}
