import { newId } from '#kernel/ids.ts'
import { describeFault } from './describe-fault.ts'

/** The same fault again within this time (milliseconds) is counted, not written. */
const pause = 10 * 60_000
/** Different faults written within that time; more are counted. Keeps a year of failures under a few megabytes a day. */
const most = 30

/** Whether a fault is to be written now. */
export interface Admission {
  /** To be quoted: the one under which it was last written. */
  id: string
  isNew: boolean
  /** How often it came since it was last written; for one that is new. */
  suppressed: number
}

interface Known {
  id: string
  since: number
  more: number
}

export interface FaultLog {
  admit(error: unknown): Admission
}

/** Remembers which faults were written, so that failures that repeat, or one after another of ever new kinds, cannot fill a disk. */
export function createFaultLog(now: () => number = Date.now): FaultLog {
  const known = new Map<string, Known>()
  let flood: Known = { id: newId().slice(-12), since: 0, more: 0 }
  const isOver = ({ since }: Known): boolean => now() - since >= pause
  const write = (key: string): Admission => {
    const before = known.get(key)
    for (const [other, one] of known) if (isOver(one)) known.delete(other)
    if (known.size >= most) return suppress()
    const id = newId().slice(-12)
    const suppressed = (before?.more ?? 0) + flood.more
    flood = { ...flood, more: 0 }
    known.set(key, { id, since: now(), more: 0 })
    return { id, isNew: true, suppressed }
  }
  /** All that are too many share a number, written once. */
  const suppress = (): Admission => {
    const isNew = isOver(flood)
    flood = isNew ? { id: newId().slice(-12), since: now(), more: 0 } : { ...flood, more: flood.more + 1 }
    return { id: flood.id, isNew, suppressed: 0 }
  }
  return {
    admit(error) {
      const key = JSON.stringify(describeFault(error))
      const found = known.get(key)
      if (!found || isOver(found)) return write(key)
      found.more++
      return { id: found.id, isNew: false, suppressed: 0 }
    },
  }
}

/** Of this program: what it writes anywhere is counted together. */
export const ownFaults: FaultLog = createFaultLog()
