import { fail } from './start-refusals.ts'

/** A stop waits this long (milliseconds) for requests in progress, then for the database. */
const patience = { requests: 10_000, all: 45_000 }

interface Closable {
  close(): Promise<unknown>
}

/** What has been opened so far; a start that is interrupted has less to close. */
export interface Opened {
  app?: Closable
  system?: Closable
  database?: Closable
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref())

async function close({ app, system, database }: Opened): Promise<void> {
  if (app) await Promise.race([app.close(), after(patience.requests)])
  await system?.close()
  await database?.close()
}

/** Ctrl-C, a stop by the system and a closed terminal end the program in order; a signal sent twice is one signal. */
export function stopOnSignal(opened: Opened): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    process.stdout.write('正在停止……\n')
    void after(patience.all).then(() => process.exit(1))
    await close(opened)
    process.stdout.write('已停止。\n')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop().catch(fail))
}
