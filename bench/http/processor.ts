import { readdirSync, readFileSync } from 'node:fs'

/** Ticks a second of /proc on every Linux we know. */
const ticks = 100

/** Fields of /proc/PID/stat after the name, which may hold blanks. */
const statOf = (pid: number | string): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

const parentOf = (pid: number | string): number => Number(statOf(pid)[1])
const at = (stat: readonly string[], ...places: number[]): number =>
  places.reduce((sum, place) => sum + Number(stat[place] ?? 0), 0)

/**
 * Milliseconds of processor a process has used with its children, those that ended included; 0 where there is no /proc.
 * @param pid of the parent
 */
export function processorOfFamily(pid: number): number {
  try {
    const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isChild(name, pid))
    // utime, stime of all; cutime, cstime of children that ended, which the parent keeps.
    const own = at(statOf(pid), 11, 12, 13, 14)
    return ((own + children.reduce((sum, child) => sum + usedBy(child), 0)) * 1000) / ticks
  } catch {
    return 0
  }
}

function isChild(name: string, pid: number): boolean {
  try {
    return parentOf(name) === pid
  } catch {
    return false
  }
}

function usedBy(name: string): number {
  try {
    return at(statOf(name), 11, 12)
  } catch {
    return 0
  }
}

/** The process a backend of the database was made by; undefined where that cannot be seen. */
export function serverOf(backend: number): number | undefined {
  try {
    return parentOf(backend)
  } catch {
    return undefined
  }
}
