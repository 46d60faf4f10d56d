import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Actor } from '#kernel/actor.ts'
import type { InputOf, Operation, OutputOf } from '#kernel/contract.ts'
import { type AccountPorts, createSeal } from '#modules/office/accounts/server/index.ts'
import { type Quota, quota } from '#modules/office/files/domain/limits.ts'
import type { NoticePorts } from '#modules/office/notices/server/index.ts'
import { meetingCalendar } from '#modules/programme/meetings/server/index.ts'
import type { PlanPorts } from '#modules/programme/plans/server/index.ts'
import type { Reference } from '#platform/database/reference.ts'
import type { Db } from '#platform/database/tx.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { keepOnce } from '#platform/files/keep-once.ts'
import { namesOf } from '#platform/jobs/define-job.ts'
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts'
import { type Background, createBackground } from '#platform/operation/background.ts'
import { withForms } from '#platform/operation/form-version.ts'
import type { Implementation, Module, UploadedFile } from '#platform/operation/implement.ts'
import { type Runtime, runOperation } from '#platform/operation/run-operation.ts'
import { shareThreads } from '#platform/reading/reading-pool.ts'
import { recognising } from '#platform/recognition/read-recognising.ts'
import { threads } from '#platform/threads/thread-pool.ts'
import { listModules } from './modules.ts'
import { todoCalendar } from './todo-calendar.ts'
import { productVersion } from './version.ts'

export interface SystemSettings {
  db: Db
  dataFolder: string
  /** Hosts in the house that messages may go to. */
  ownHosts?: readonly string[]
  /** Whoever runs the program has opened the sample accounts. */
  sampleOpen: boolean
  homeDivision: string
  /** Where heads of the audit trail go each day. */
  auditFolder?: string | undefined
  /** What people may hand in a day, and the county in all. */
  quota?: Quota | undefined
  clock?: () => Date
  onFault?: (error: unknown) => void
}

/** The whole business, wired; the web server, the command line and the tests all stand on it. */
export interface System {
  modules: readonly Module[]
  implementations: readonly Implementation[]
  runtime: Runtime
  background: Background
  jobs: Jobs
  accountPorts: AccountPorts
  planPorts: PlanPorts
  noticePorts: NoticePorts
  /** Calls an operation as this person, by the same way a request takes. */
  call<O extends Operation>(operation: O, actor: Actor, input: InputOf<O>, file?: UploadedFile): Promise<OutputOf<O>>
  close(): Promise<void>
}

export function openSystem(settings: SystemSettings): System {
  const {
    db,
    dataFolder,
    ownHosts = [],
    sampleOpen,
    homeDivision,
    clock = () => new Date(),
    onFault = () => undefined,
  } = settings
  const background = createBackground(onFault)
  const pool = shareThreads(threads)
  const secret = readSecret(dataFolder)
  const seal = createSeal(secret)
  const accountPorts: AccountPorts = { db, seal, sampleOpen }
  const read = recognising(pool.read, { closing: pool.closing })
  const planPorts: PlanPorts = {
    db,
    files: { ...openFileStore(join(dataFolder, 'files')), quota: settings.quota ?? quota },
    read,
    clock,
    readings: new Map(),
  }
  const jobTitles = new Map<string, string>()
  const references: Reference[] = []
  const noticePorts: NoticePorts = {
    db,
    seal,
    ownHosts,
    sampleOpen,
    calendars: [meetingCalendar, todoCalendar],
    jobTitles,
  }
  const modules = listModules({
    accountPorts,
    noticePorts,
    planPorts,
    auditing: { dataFolder, auditFolder: settings.auditFolder },
    files: { db, files: planPorts.files, read: pool.read },
    meetings: { files: planPorts.files, read },
    maintenance: {
      db,
      dataFolder,
      program: productVersion(),
      references,
      countyBytes: planPorts.files.quota.countyBytes,
    },
  })
  const implementations = withForms(modules.flatMap((module) => module.operations))
  const listeners = modules.flatMap((module) => module.listens)
  const unique = Object.fromEntries(modules.flatMap((module) => Object.entries(module.unique ?? {})))
  const runtime: Runtime = { db, listeners, clock, homeDivision, unique, background }
  references.push(...modules.flatMap((module) => module.references ?? []))
  const allJobs = modules.flatMap((module) => module.jobs ?? [])
  for (const job of allJobs) for (const name of namesOf(job)) jobTitles.set(name, job.title)
  const jobs = createJobs({
    jobs: allJobs,
    schedules: modules.flatMap((module) => module.schedules ?? []),
    runtime,
    onFault,
  })
  const byName = new Map(implementations.map((one) => [one.operation.name, one]))
  return {
    modules,
    implementations,
    runtime,
    background,
    jobs,
    accountPorts,
    planPorts,
    noticePorts,
    async call(operation, actor, input, file) {
      const implementation = byName.get(operation.name)
      if (!implementation) throw new Error(`${operation.name} is not implemented`)
      const answer = await runOperation(implementation, { input, actor, ...(file && { file }) }, runtime)
      return answer as OutputOf<typeof operation>
    },
    async close() {
      await jobs.stop()
      await pool.close()
      await background.idle()
    },
  }
}

/** Seals what must be read again, such as secrets of second factors; made once and kept. */
const readSecret = (dataFolder: string): string =>
  keepOnce(join(dataFolder, 'secret'), () => randomBytes(32).toString('hex')).trim()
