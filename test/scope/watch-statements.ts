import type { Pool } from 'pg'

/** Tells every statement that is sent over a pool nobody has used yet, those that begin and end a transaction too. */
export function watchStatements(pool: Pool, tell: (text: string) => void): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...asked: unknown[]) => unknown
    const watched = (...asked: unknown[]) => {
      const [config] = asked
      tell(typeof config === 'string' ? config : String((config as { text?: unknown }).text))
      return send(...asked)
    }
    client.query = watched as typeof client.query
  })
}
