import { Agent, request } from 'node:http'

/** What a process of its own asks of a server, so that asking costs the server nothing. */
export interface Load {
  base: string
  method: 'GET' | 'POST'
  /** Asked one after the other on each line, in this order, begun anew at the end. */
  asked: { path: string; headers: Record<string, string>; body?: string }[]
  times: number
  /** Connections at once. */
  lines: number
}

export interface Loaded {
  milliseconds: number[]
  statuses: Record<number, number>
  /** Of the bodies as they came over the wire. */
  bytes: number
  /** The first answer that was no 200, to see why. */
  refusal?: string
}

type Line = Pick<Load, 'base' | 'method'> & { agent: Agent }

function askOne(
  { base, method, agent }: Line,
  { path, headers, body }: Load['asked'][number],
): Promise<[number, Buffer]> {
  return new Promise((resolve, reject) => {
    const sent = request(`${base}${path}`, { method, agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve([answer.statusCode ?? 0, Buffer.concat(parts)]))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export async function load(asking: Load): Promise<Loaded> {
  // Of its own: a connection kept from before may be closed by the server in the moment it is used again.
  const agent = new Agent({ keepAlive: true })
  const result: Loaded = { milliseconds: [], statuses: {}, bytes: 0 }
  let next = 0
  const line = async (): Promise<void> => {
    while (next < asking.times) {
      const one = asking.asked[next++ % asking.asked.length]
      if (!one) return
      const begun = performance.now()
      const [status, body] = await askOne({ ...asking, agent }, one)
      result.milliseconds.push(performance.now() - begun)
      result.statuses[status] = (result.statuses[status] ?? 0) + 1
      result.bytes += body.length
      if (status >= 400) result.refusal ??= body.toString('utf8').slice(0, 300)
    }
  }
  await Promise.all(Array.from({ length: asking.lines }, line))
  agent.destroy()
  return result
}
