import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built program on a data folder of its own. */
export interface Program {
  address: string
  /** Milliseconds from start to address. */
  took: number
  kill(signal: NodeJS.Signals): Promise<void>
}

export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-kill-'))
  chmodSync(folder, 0o711)
  return folder
}

/** Starts `dist/server/main.js`; its PostgreSQL, orphaned by an earlier kill, is taken care of by the start itself. */
export async function startProgram(dataFolder: string): Promise<Program> {
  const begun = performance.now()
  const env = { ...process.env, PORT: '0', GUATU_DATA: dataFolder, DATABASE_URL: '' }
  const child = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // A bench that fails leaves nothing behind.
  const stop = () => void child.kill('SIGINT')
  process.once('exit', stop)
  void ended.then(() => process.off('exit', stop))
  const address = await addressOf(child)
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { address, took: performance.now() - begun, kill }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const found = /已启动：(http\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the program ended: ${said}`)))
  })
}
