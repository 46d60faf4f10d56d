import { accessErrors } from './refusals.ts'

/** Lets work through in the order it came, so many at once for each key. */
export interface Turns {
  /**
   * Waits for a turn, works, and gives the turn on; refused with a sentence when too many wait already.
   * @param options `ahead` passes all who are not, and is not refused for their number
   */
  run<T>(key: string, work: () => Promise<T>, options?: { ahead: boolean }): Promise<T>
}

interface Line {
  working: number
  ahead: (() => void)[]
  waiting: (() => void)[]
}

/** @param waiting how many may wait behind one key */
export function createTurns({ atOnce, waiting: most }: { atOnce: number; waiting: number }): Turns {
  const lines = new Map<string, Line>()
  const leave = (key: string, line: Line): void => {
    const next = line.ahead.shift() ?? line.waiting.shift()
    if (next) return next()
    line.working--
    if (line.working === 0) lines.delete(key)
  }
  return {
    async run(key, work, { ahead } = { ahead: false }) {
      const line = lines.get(key) ?? { working: 0, ahead: [], waiting: [] }
      lines.set(key, line)
      const queue = ahead ? line.ahead : line.waiting
      if (line.working < atOnce) line.working++
      else if (queue.length >= most) throw accessErrors.tooMany({})
      else await new Promise<void>((resolve) => queue.push(resolve))
      try {
        return await work()
      } finally {
        leave(key, line)
      }
    },
  }
}
