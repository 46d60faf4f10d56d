import { dirname } from 'node:path'
import { type CustomTypesConfig, types as defaultTypes, Pool } from 'pg'
import { Refusal } from '#kernel/errors.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { clusterPort, clusterUser, startCluster } from './cluster.ts'
import { checkServer } from './external.ts'
import { onePerPath, withOwnConnection } from './one-connection.ts'
import { findPlace, type Place } from './place.ts'
import { databaseErrors } from './refusals.ts'
import { refuseUnfinishedRestore } from './restore-mark.ts'
import { hasRoom, megabytesFree } from './room.ts'
import { socketOf, takeLock } from './running-lock.ts'
import type { Db } from './tx.ts'

export interface DatabaseSettings {
  /** Absolute path of the data folder; only looked at when `databaseUrl` is given. */
  dataFolder: string
  databaseUrl?: string | undefined
  /** Where people reach this program; a second start on the same folder names it. */
  address: string
  /** When the program runs already: `refuse` for a server, `join` for a command that may use the running database. */
  whenRunning?: 'refuse' | 'join'
  /** Only restoring and undoing may open what a restore left half way; everybody else is refused there. */
  unfinishedRestore?: 'refuse' | 'open'
  /** false only for tests. */
  durable?: boolean
  /** The embedded server ended without being asked to; told why where the disk is full. */
  onLost?: (why?: Error) => void
}

export interface OpenedDatabase {
  db: Db
  pool: Pool
  /** For another process of the same user to connect to. */
  url: string
  close(): Promise<void>
}

/** Days stay `YYYY-MM-DD`: as a Date they would move with the time zone of the machine. */
const types: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === defaultTypes.builtins.DATE ? (text: string) => text : defaultTypes.getTypeParser(oid, format),
}

/** Longest wait for a connection, milliseconds; whoever waits longer is told to try again. */
const patience = 20_000

/** A pool and the query layer on it, whose transactions ask `mayWrite` before they begin. */
export function connect(url: string, max = 20, mayWrite = () => true): Pick<OpenedDatabase, 'db' | 'pool'> {
  const options = { connectionString: url, max, types, application_name: 'guatu', connectionTimeoutMillis: patience }
  const pool = onePerPath(new Pool(options))
  // An idle connection the server has closed is replaced at the next query, which reports what is still wrong.
  pool.on('error', () => undefined)
  // The same for one that is lent out: whoever holds it learns from its own query.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { db: withOwnConnection(pool, mayWrite), pool }
}

export const socketUrl = (folder: string, database: string): string =>
  `postgresql://${clusterUser}@localhost:${clusterPort}/${database}?host=${encodeURIComponent(folder)}`

async function ensureDatabase(socketFolder: string): Promise<void> {
  const { pool } = connect(socketUrl(socketFolder, 'postgres'), 1)
  try {
    const found = await pool.query(`select 1 from pg_database where datname = 'guatu'`)
    if (found.rowCount === 0) await pool.query('create database guatu')
  } finally {
    await pool.end()
  }
}

/** A command that runs beside the server uses the server's database. */
function join(place: Place): OpenedDatabase | undefined {
  const socket = socketOf(place.cluster)
  if (!socket) return undefined
  const url = socketUrl(dirname(socket), 'guatu')
  const { db, pool } = connect(url, 4, () => hasRoom(place.home))
  return { db, pool, url, close: () => pool.end() }
}

/** The likeliest reason why a server ended or did not start, where the disk has no room. */
const diskRefusal = (folder: string): Error | undefined =>
  hasRoom(folder) ? undefined : databaseErrors.diskFull({ folder, megabytes: megabytesFree(folder) })

async function startOwn(settings: DatabaseSettings, place: Place, binaries: Binaries): Promise<OpenedDatabase> {
  const cluster = await startCluster(place, binaries, settings.durable ?? true)
  let closing = false
  void cluster.ended.then(() => closing || settings.onLost?.(diskRefusal(place.home)))
  const stop = () => {
    closing = true
    return cluster.stop()
  }
  await ensureDatabase(cluster.socketFolder).catch((error: unknown) => stop().then(() => Promise.reject(error)))
  const url = socketUrl(cluster.socketFolder, 'guatu')
  const { db, pool } = connect(url, 20, () => hasRoom(place.home))
  return { db, pool, url, close: () => pool.end().then(stop) }
}

async function openEmbedded(settings: DatabaseSettings): Promise<OpenedDatabase> {
  const binaries = findBinaries()
  const place = findPlace(settings.dataFolder)
  try {
    return await openAt(place, settings, binaries)
  } catch (error) {
    const isOther = error instanceof Refusal && error.code !== 'database.startFailed'
    throw isOther ? error : (diskRefusal(place.home) ?? error)
  }
}

async function openAt(place: Place, settings: DatabaseSettings, binaries: Binaries): Promise<OpenedDatabase> {
  const lock = await takeLock(place.home, settings.address)
  if ('holder' in lock) {
    const joined = settings.whenRunning === 'join' ? join(place) : undefined
    if (joined) return joined
    throw databaseErrors.alreadyRunning({ ...lock.holder, folder: settings.dataFolder })
  }
  try {
    const opened = await startOwn(settings, place, binaries)
    return { ...opened, close: () => opened.close().finally(lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openExternal(url: string): Promise<OpenedDatabase> {
  const { db, pool } = connect(url)
  try {
    await checkServer(pool, url)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { db, pool, url, close: () => pool.end() }
}

/**
 * Opens the database of the settings: the embedded PostgreSQL on the data folder, or the server they name.
 * Throws a refusal with a sentence for the terminal when that is not possible.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenedDatabase> {
  if (settings.unfinishedRestore !== 'open') refuseUnfinishedRestore(settings.dataFolder)
  const opened = await (settings.databaseUrl ? openExternal(settings.databaseUrl) : openEmbedded(settings))
  // A start that is interrupted is closed by the signal and by its own failing.
  let closing: Promise<void> | undefined
  return { ...opened, close: () => (closing ??= opened.close()) }
}

/** The connections a query layer stands on, for what it cannot say itself: copying rows, a snapshot of its own. */
export function poolOf(db: Db): Pool {
  const { $client: pool } = db as Db & { $client: unknown }
  if (!(pool instanceof Pool)) throw new Error('this query layer has no pool')
  return pool
}
