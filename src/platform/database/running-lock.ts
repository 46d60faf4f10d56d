import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { ownMark, stateOf } from './process.ts'

const Holder = z.object({ pid: z.int(), startedAt: z.string(), world: z.string(), address: z.string() })
/** The program that runs on a data folder, and where people reach it. */
export type Holder = z.infer<typeof Holder>

const lockFile = (home: string): string => join(home, 'running.json')

function read(file: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** The socket a running PostgreSQL listens on, from lines 4 and 5 of its postmaster.pid. */
export function socketOf(cluster: string): string | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return lines[4] ? join(lines[4], `.s.PGSQL.${lines[3]}`) : undefined
  } catch {
    return undefined
  }
}

function answers(socket: string | undefined): Promise<boolean> {
  if (!socket) return Promise.resolve(false)
  return new Promise((resolve) => {
    const connection = connect(socket)
    connection.once('connect', () => resolve(connection.destroy() !== undefined))
    connection.once('error', () => resolve(false))
  })
}

/** Process numbers of another container say nothing here; there the database's own socket is the sign of life. */
async function isAlive(holder: Holder, home: string): Promise<boolean> {
  const state = stateOf(holder)
  return state === 'unknown' ? answers(socketOf(join(home, 'postgres'))) : state === 'alive'
}

/** The living program on this home, if any. */
export async function findHolder(home: string): Promise<Holder | undefined> {
  const holder = read(lockFile(home))
  return holder && (await isAlive(holder, home)) ? holder : undefined
}

/** Moves a dead lock out of the way; when a living one slipped in between reading and moving, it is put back. */
async function removeStale(home: string, aside: string): Promise<void> {
  try {
    renameSync(lockFile(home), aside)
  } catch {
    return
  }
  const moved = read(aside)
  if (moved && (await isAlive(moved, home)) && !existsSync(lockFile(home))) renameSync(aside, lockFile(home))
  rmSync(aside, { force: true })
}

/**
 * Takes the lock of a home, also from a holder that was killed.
 * @returns what releases it, or the living holder that has it
 */
export async function takeLock(home: string, address: string): Promise<{ release(): void } | { holder: Holder }> {
  const running = await findHolder(home)
  // Before anything is written: beside a running program a command works on a full disk too.
  if (running) return { holder: running }
  const own = join(home, `running.${process.pid}.json`)
  try {
    writeFileSync(own, JSON.stringify({ ...ownMark(), address }))
    for (;;) {
      try {
        // Appears whole or not at all, and only one of two can make it.
        linkSync(own, lockFile(home))
        return { release: () => rmSync(lockFile(home), { force: true }) }
      } catch (error) {
        if (!existsSync(lockFile(home))) throw error
      }
      const holder = await findHolder(home)
      if (holder) return { holder }
      await removeStale(home, `${own}.stale`)
    }
  } finally {
    rmSync(own, { force: true })
  }
}
