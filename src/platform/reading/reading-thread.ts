import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Enough for a 50 MB document; one that wants more is refused instead of taking the server along. */
const memory = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 128 }

/**
 * Starts a reading thread from the built worker beside this code, or, when the sources themselves run (tests,
 * development), from the TypeScript source through tsx.
 */
export function startReadingThread(maxMegabytes: number = memory.maxOldGenerationSizeMb): Worker {
  const built = new URL('./reading-worker.js', import.meta.url)
  const isBuilt = existsSync(fileURLToPath(built))
  return new Worker(isBuilt ? built : fromSource(), {
    eval: !isBuilt,
    resourceLimits: { ...memory, maxOldGenerationSizeMb: maxMegabytes },
    execArgv: [],
    // What libraries print about a file is no concern of the server's log.
    stdout: true,
    stderr: true,
  })
}

/** Node does not read TypeScript before 22, and hooks of the parent do not reach a thread: it registers its own. */
function fromSource(): string {
  const source = new URL('./reading-worker.ts', import.meta.url).href
  const tsx = import.meta.resolve('tsx/esm/api')
  return `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`
}
