import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'

/** How `npm start` bounds the memory of the program. */
const bounds = readFileSync('package.json', 'utf8').match(/--max-[a-z-]+=\d+/g) ?? []

/** Starts the built program with its clock at a moment. */
export async function startAt(dataFolder: string, begins: Date) {
  const env = {
    ...process.env,
    PORT: process.env['BENCH_PORT'] ?? '0',
    GUATU_DATA: dataFolder,
    DATABASE_URL: '',
    GUATU_SAMPLE_ACCOUNTS: '1',
    GUATU_PROXY: '127.0.0.1',
    JOURNEY_BEGINS: begins.toISOString(),
  }
  const flags = [...bounds, '--import', './test/set-clock.mjs', 'dist/server/main.js']
  const child = spawn(process.execPath, flags, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let isRunning = true
  child.once('exit', () => (isRunning = false))
  // A bench that fails leaves nothing behind.
  const stop = () => void child.kill('SIGINT')
  process.once('exit', stop)
  const faults = new Map<string, number>()
  let rest = ''
  const readLines = (chunk: Buffer) => {
    const lines = `${rest}${chunk.toString('utf8')}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!/"level":(50|60)/.test(line)) continue
      const fault = /"fault":(.*)/.exec(line)?.[1] ?? line
      faults.set(fault.slice(0, 600), (faults.get(fault.slice(0, 600)) ?? 0) + 1)
    }
  }
  child.stderr.on('data', readLines)
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const found = /已启动：(http\S+)/.exec(said)?.[1]
      if (!found) return
      child.stdout.removeAllListeners('data')
      child.stdout.on('data', readLines)
      resolve(found)
    })
    child.once('exit', () => reject(new Error(`the program ended: ${said}`)))
  })
  const megabytes = (field: string): number => {
    const status = isRunning ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
    return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  }
  /** Seconds the processors worked for the program, its threads included. */
  const worked = (): number => {
    const fields = isRunning ? readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') : undefined
    return (Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0)) / 100
  }
  return {
    address,
    worked,
    isRunning: () => isRunning,
    memory: () => ({ most: megabytes('VmHWM'), now: megabytes('VmRSS') }),
    /** From here on `memory().most` counts anew. */
    resetPeak: () => writeFileSync(`/proc/${child.pid}/clear_refs`, '5'),
    faults: () => [...faults].map(([line, n]) => `${n} × ${line}`),
    async stop(): Promise<void> {
      process.off('exit', stop)
      if (!isRunning) return
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}
