import { connect, type Socket } from 'node:net'
import { findWay, lookupOf, type Names, type Reach } from './find-way.ts'

/** What one of several addresses gets before the next is tried, in milliseconds. */
const turn = 5_000

interface Place {
  host: string
  port: number
  /** The limit of everything done on the line, finding and opening it included. */
  signal: AbortSignal
}

/**
 * A line to a host that people named. Its addresses are judged, then tried in turn until one answers.
 * @throws NoWay, SlowName, the reason of the signal, or what the addresses answered; nothing was said to anybody
 */
export async function openLine({ host, port, signal }: Place, reach: Reach, names?: Names): Promise<Socket> {
  const way = await findWay(host, reach, names)
  signal.throwIfAborted()
  const [first, ...more] = way
  return new Promise((resolve, reject) => {
    const line = connect({
      host: more.length === 0 ? first.address : host,
      port,
      signal,
      lookup: lookupOf(way),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: turn,
    })
    const fail = (error: Error) => reject(signal.aborted ? signal.reason : error)
    line.once('error', fail)
    line.once('connect', () => {
      line.off('error', fail)
      // Whoever speaks over it, or over the encryption above it, is told by its end; nobody may be listening yet.
      line.on('error', () => undefined)
      resolve(line)
    })
  })
}
