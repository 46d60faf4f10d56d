import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node'
import { z } from 'zod'
import { changeCode, type Mutant } from './change-code.ts'

export type Fate = 'killed' | 'timed out' | 'survived'

export interface Trial {
  mutants: readonly Mutant[]
  /** The test files that come by a mutant, domain tests first; undefined when only the loading of files does. */
  testsOf: (number: number) => readonly TestSpecification[] | undefined
  tryOne: (number: number) => Promise<Fate>
  close: () => Promise<void>
}

const root = join(import.meta.dirname, '../..')
/** A test run that takes longer than this has met a mutant without an end. Its process is ended. */
const longestMs = 60_000

/**
 * Puts every change into the files as they are loaded, and runs the tests once with none in force: those of all domains,
 * and the database tests with `database` in their path.
 */
export async function openTrial({ files, database }: { files: readonly string[]; database: string }): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-mutants-'))
  const mutants: Mutant[] = []
  const codes = new Map<string, string>()
  for (const file of files) {
    const made = changeCode(file, readFileSync(join(root, file), 'utf8'), mutants.length)
    mutants.push(...made.mutants)
    codes.set(join(root, file), made.code)
  }
  const vitest = await openVitest(folder, codes)
  const specs = await specificationsFor(vitest, database)
  const run = runner(vitest, folder)
  await run(-1, specs, Number.POSITIVE_INFINITY).then(mustPass)
  const ran = readRan(folder, specs)
  const testsOf = (number: number) => {
    const tests = ran.filter(({ worked }) => worked.has(number)).map(({ spec }) => spec)
    return tests.length === 0 && ran.some(({ loaded }) => loaded.has(number)) ? undefined : tests
  }
  return {
    mutants,
    testsOf,
    tryOne: async (number) => {
      for (const spec of testsOf(number) ?? []) {
        const { ok, late } = await run(number, [spec], longestMs)
        if (late) return 'timed out'
        if (!ok) return 'killed'
      }
      return 'survived'
    },
    close: async () => {
      // What one mutant breaks for all after it would count as their end.
      await run(-1, specs, Number.POSITIVE_INFINITY).then(mustPass)
      await vitest.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openVitest(folder: string, codes: ReadonlyMap<string, string>): Promise<Vitest> {
  const plugin = {
    name: 'mutants',
    enforce: 'pre' as const,
    transform: (_: string, id: string) => codes.get(id),
  }
  const project = (name: string, include: string[], globalSetup: string[]) => ({
    plugins: [plugin],
    test: {
      name,
      include,
      globalSetup,
      exclude: name === 'domain' ? ['**/*.db.test.ts'] : [],
      setupFiles: [join(import.meta.dirname, 'switch.setup.ts')],
      provide: { mutants: folder },
      // One process keeps what it has loaded: most of the time of a run is loading.
      isolate: false,
      pool: 'forks' as const,
      testTimeout: 15_000,
      hookTimeout: 30_000,
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

async function specificationsFor(vitest: Vitest, database: string): Promise<TestSpecification[]> {
  const specs = await vitest.globTestSpecifications(['src/modules/'])
  return specs
    .filter(({ project, moduleId }) => project.name === 'domain' || (database !== '' && moduleId.includes(database)))
    .sort((a, b) => (a.project.name < b.project.name ? 1 : -1))
}

interface Outcome {
  ok: boolean
  late: boolean
  modules: readonly TestModule[]
  errors: readonly unknown[]
}

const runner =
  (vitest: Vitest, folder: string) =>
  async (number: number, specs: TestSpecification[], limitMs: number): Promise<Outcome> => {
    writeFileSync(join(folder, 'active'), String(number))
    let late = false
    const end = () => {
      late = true
      process.kill(Number(readFileSync(join(folder, 'process'), 'utf8')), 'SIGKILL')
    }
    const timer = Number.isFinite(limitMs) ? setTimeout(end, limitMs) : undefined
    const { testModules, unhandledErrors: errors } = await vitest.runTestSpecifications(specs)
    clearTimeout(timer)
    // Vitest hands back the files of earlier runs as well, failed as they were.
    const asked = new Set(specs.map(({ moduleId }) => moduleId))
    const modules = testModules.filter(({ moduleId }) => asked.has(moduleId))
    return { ok: modules.every((one) => one.ok()) && errors.length === 0, late, modules, errors }
  }

function mustPass({ ok, modules, errors }: Outcome): void {
  if (ok) return
  const failed = modules.flatMap((one) => [
    ...one.errors().map(({ message }) => `${one.relativeModuleId}: ${message}`),
    ...[...one.children.allTests('failed')].map((test) => `${test.fullName}: ${test.result().errors?.[0]?.message}`),
  ])
  throw new Error(`the tests fail without any mutant:\n${[...failed, ...errors.map(String)].join('\n')}`)
}

const Ran = z.object({ file: z.string(), loaded: z.array(z.number()), worked: z.array(z.number()) })

function readRan(folder: string, specs: readonly TestSpecification[]) {
  const lines = readFileSync(join(folder, 'ran'), 'utf8').trim().split('\n')
  const ran = new Map(lines.map((line) => Ran.parse(JSON.parse(line))).map((one) => [one.file, one]))
  return specs.map((spec) => {
    const one = ran.get(spec.moduleId)
    return { spec, loaded: new Set(one?.loaded), worked: new Set(one?.worked) }
  })
}
