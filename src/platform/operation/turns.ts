import { accessErrors } from './refusals.ts'

/** Lets work through in the order it came, so many at once for each key. */
export interface Turns {
  /** Waits for a turn, works, and gives the turn on; refused with a sentence when too many wait already. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>
}

interface Line {
  working: number
  waiting: (() => void)[]
}

/** @param waiting how many may wait behind one key */
export function createTurns({ atOnce, waiting: most }: { atOnce: number; waiting: number }): Turns {
  const lines = new Map<string, Line>()
  const leave = (key: string, line: Line): void => {
    const next = line.waiting.shift()
    if (next) return next()
    line.working--
    if (line.working === 0) lines.delete(key)
  }
  return {
    async run(key, work) {
      const line = lines.get(key) ?? { working: 0, waiting: [] }
      lines.set(key, line)
      if (line.working < atOnce) line.working++
      else if (line.waiting.length >= most) throw accessErrors.tooMany({})
      else await new Promise<void>((resolve) => line.waiting.push(resolve))
      try {
        return await work()
      } finally {
        leave(key, line)
      }
    },
  }
}
