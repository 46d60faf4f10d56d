import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { boundLog } from './bound-log.ts'
import type { Place } from './place.ts'
import { commandLine, isRunning, waitUntil, workingFolder } from './process.ts'
import { databaseErrors } from './refusals.ts'

/** A PostgreSQL server of our own: reached through a socket in this folder, by nobody but its user and root. */
export interface Cluster {
  socketFolder: string
  /** Resolves when the server process has ended, whoever ended it. */
  ended: Promise<void>
  stop(): Promise<void>
}

export const clusterUser = 'guatu'
export const clusterPort = 5432

/** Bytes of the server's log; twice that lie on the disk. */
const longestLog = 10_000_000
const lookAtLog = 30_000

/**
 * What the server writes about itself, and nothing of anybody's statements: errors of statements reach us and are logged by
 * us. `log` as least level leaves out errors and warnings, which quote values; terse leaves out the details, which quote rows.
 */
const quietly = [
  'log_min_messages=log', 'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_statement=none',
  'log_min_duration_statement=-1', 'log_parameter_max_length=0', 'log_parameter_max_length_on_error=0', 'log_duration=off',
  'log_lock_waits=off', 'log_temp_files=-1', 'log_autovacuum_min_duration=-1', 'log_checkpoints=off', 'log_connections=off',
  'log_disconnections=off', 'logging_collector=off', 'log_destination=stderr',
] // biome-ignore format: a list

const logOf = (place: Place): string => join(place.home, 'postgres.log')

const runAs = ({ user }: Place) => (user ? { uid: user.uid, gid: user.gid } : {})

function makePrivateFolder(place: Place, folder: string): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  if (place.user) chownSync(folder, place.user.uid, place.user.gid)
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-3).join(' ')

/**
 * Makes the cluster when there is none. It is built beside its place and moved there whole,
 * so that a start killed in between leaves nothing half done.
 */
function create(place: Place, binaries: Binaries, durable: boolean): void {
  if (existsSync(place.cluster) && readdirSync(place.cluster).length > 0)
    throw databaseErrors.folderNotUsable({ folder: place.cluster, reason: '里面有文件，但不是数据库' })
  const unfinished = `${place.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  makePrivateFolder(place, unfinished)
  // The built-in C.UTF-8 sorts by code point and knows upper case on every system alike; the locales of the system are not needed.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const flags = ['-D', unfinished, '-U', clusterUser, '-A', 'trust', ...locale, ...(durable ? [] : ['--no-sync'])]
  const done = spawnSync(binaries.initdb, flags, {
    ...runAs(place),
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  })
  if (done.error) throw databaseErrors.binariesUnusable({ output: done.error.message })
  if (done.status !== 0)
    throw databaseErrors.startFailed({
      step: '初始化',
      output: lastLines(done.stderr || done.stdout),
      log: logOf(place),
    })
  renameSync(unfinished, place.cluster)
}

/** PostgreSQL works inside its data directory, which tells it from every other process. */
const servesCluster = (pid: number, place: Place): boolean =>
  workingFolder(pid) === realpathSync(place.cluster) || commandLine(pid).includes(`-D ${place.cluster} `)

/**
 * The server a killed program left behind is stopped. A postmaster.pid whose number belongs to a stranger now is removed;
 * one that names another PostgreSQL is left, and PostgreSQL itself refuses to start beside it.
 */
async function stopOrphan(place: Place): Promise<void> {
  const file = join(place.cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (isRunning(pid) && servesCluster(pid, place)) await stopServer(pid)
  else if (commandLine(pid).includes('postgres')) return
  rmSync(file, { force: true })
}

/** Fast shutdown; when it takes longer than half a minute, immediate, which the next start recovers from. */
async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await waitUntil(() => !isRunning(pid), 30_000)) return
  }
}

/** A socket path holds 107 bytes, and the setting is a list separated by commas: else a folder with a short name. */
function makeSocketFolder(place: Place): string {
  const beside = join(place.home, 'socket')
  const fits = Buffer.byteLength(join(beside, `.s.PGSQL.${clusterPort}`)) <= 107 && !/[,"]/.test(beside)
  const folder = fits ? beside : mkdtempSync(join(tmpdir(), 'guatu-'))
  makePrivateFolder(place, folder)
  return folder
}

function launch(place: Place, binaries: Binaries, flags: string[]): ChildProcess {
  const log = logOf(place)
  boundLog(log, longestLog)
  const output = openSync(log, 'a', 0o600)
  // In a process group of its own: Ctrl-C reaches us alone, and we stop it when the last query is done.
  const options = { ...runAs(place), cwd: '/', detached: true, env: { PATH: process.env['PATH'] ?? '' } }
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...flags], {
    ...options,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  return child
}

/** PostgreSQL writes `ready` into the eighth line of its postmaster.pid. */
function isReady(place: Place): boolean {
  try {
    return readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

/**
 * Starts the cluster of a place, making it first when there is none. The caller holds the lock of the place.
 * @param durable false only for tests: commits then do not wait for the disk
 */
export async function startCluster(place: Place, binaries: Binaries, durable: boolean): Promise<Cluster> {
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) create(place, binaries, durable)
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== binaries.major)
    throw databaseErrors.otherMajor({ folder: place.cluster, found, wanted: binaries.major })
  await stopOrphan(place)
  const socketFolder = makeSocketFolder(place)
  const settings = [
    'listen_addresses=',
    `port=${clusterPort}`,
    `fsync=${durable ? 'on' : 'off'}`,
    'jit=off',
    ...quietly,
  ]
  const child = launch(place, binaries, ['-k', socketFolder, ...settings.flatMap((setting) => ['-c', setting])])
  let failure: string | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => resolve(void (failure = error.message)))
    child.once('exit', (code) => resolve(void (failure ??= `退出码 ${code}`)))
  })
  const bounding = setInterval(() => boundLog(logOf(place), longestLog), lookAtLog).unref()
  void ended.then(() => clearInterval(bounding))
  const killOnExit = () => child.kill('SIGINT')
  process.once('exit', killOnExit)
  const stop = async () => {
    if (failure === undefined && child.pid) await stopServer(child.pid)
    process.off('exit', killOnExit)
    rmSync(socketFolder, { recursive: true, force: true })
  }
  await waitUntil(() => failure !== undefined || isReady(place), 60_000)
  if (failure === undefined && isReady(place)) return { socketFolder, ended, stop }
  await stop()
  throw databaseErrors.startFailed({
    step: '启动',
    output: lastLines(readFileSync(logOf(place), 'utf8')) || (failure ?? '超时'),
    log: logOf(place),
  })
}
