import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** What tells one run of a process from a later one that was given the same number. */
export interface ProcessMark {
  pid: number
  /** Moment of start as the system counts it; differs after the number was given out again. */
  startedAt: string
  /** The world in which the number means something: boot and process-number namespace. */
  world: string
}

const onLinux = process.platform === 'linux'

function startOf(pid: number): string | undefined {
  try {
    if (!onLinux)
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended; nobody has asked for its exit status yet.
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

function currentWorld(): string {
  if (!onLinux) return process.platform
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
}

export const ownMark = (): ProcessMark => ({
  pid: process.pid,
  startedAt: startOf(process.pid) ?? '',
  world: currentWorld(),
})

/** `unknown` when the mark was made in another boot or container, whose numbers mean nothing here. */
export function stateOf(mark: ProcessMark): 'alive' | 'gone' | 'unknown' {
  if (mark.world !== currentWorld()) return 'unknown'
  return startOf(mark.pid) === mark.startedAt ? 'alive' : 'gone'
}

export const isRunning = (pid: number): boolean => startOf(pid) !== undefined

/** The command line of a process, empty when it is gone or hidden from us. */
export function commandLine(pid: number): string {
  try {
    if (onLinux) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Where a process works; undefined where the system does not tell. */
export function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Waits until the condition holds; false when the time (milliseconds) is over. */
export async function waitUntil(holds: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (!holds()) {
    if (Date.now() > end) return false
    await delay(10)
  }
  return true
}
