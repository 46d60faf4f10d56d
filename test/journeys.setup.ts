import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built program runs, with the sample county loaded. */
    address: string
    /** The moment the program's clock began at; browsers begin at the same one. */
    begins: string
    chromium: string
  }
}

/** Of a busy machine; a quiet one needs half a minute. */
const startLimit = 300_000

/** In the past for good, as the database keeps its own clock and runs what is due by it. JOURNEY_BEGINS tries another. */
const begins = process.env['JOURNEY_BEGINS'] ?? '2026-11-20T01:30:00Z'

/** Starts the built program as its users do, on an empty folder and a port the system chooses. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // A number, as pages show the folder and letters by chance may look like a name of the program's own.
  const dataFolder = join(tmpdir(), `guatu-journeys-${process.pid}`)
  rmSync(dataFolder, { recursive: true, force: true })
  mkdirSync(dataFolder)
  chmodSync(dataFolder, 0o711)
  const environment = {
    ...process.env,
    PORT: '0',
    GUATU_DATA: dataFolder,
    DATABASE_URL: '',
    GUATU_SAMPLE_ACCOUNTS: '1',
    JOURNEY_BEGINS: begins,
  }
  const program = spawn(process.execPath, ['--import', './test/set-clock.mjs', 'dist/server/main.js'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()))
  const stop = async () => {
    program.kill('SIGTERM')
    await ended
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    project.provide('address', await addressOf(program.stdout))
    project.provide('begins', begins)
    project.provide('chromium', process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium')
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`the program did not start: ${said}`)), startLimit)
    output.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const found = /已启动：(http\S+)/.exec(said)?.[1]
      if (!found) return
      clearTimeout(late)
      resolve(found)
    })
    output.on('end', () => reject(new Error(`the program ended: ${said}`)))
  })
}
