import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Enough for the largest document reading accepts; one that wants more must not take the others along. */
const memory = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 128 }

/**
 * Starts a thread from the built worker beside the asking file, or, when the sources themselves run (tests,
 * development), from the TypeScript source through tsx.
 * @param beside the asking file's `import.meta.url`
 * @param name of the worker's file, without its ending
 * @param maxMegabytes bound of the thread's heap
 */
export function startThread(
  beside: string,
  name: string,
  maxMegabytes: number = memory.maxOldGenerationSizeMb,
): Worker {
  const built = new URL(`./${name}.js`, beside)
  const isBuilt = existsSync(fileURLToPath(built))
  return new Worker(isBuilt ? built : fromSource(new URL(`./${name}.ts`, beside).href), {
    eval: !isBuilt,
    resourceLimits: { ...memory, maxOldGenerationSizeMb: maxMegabytes },
    execArgv: [],
    // What libraries print about a file is no concern of our own output.
    stdout: true,
    stderr: true,
  })
}

/** Node does not read TypeScript before 22, and hooks of the parent do not reach a thread: it registers its own. */
function fromSource(source: string): string {
  const tsx = import.meta.resolve('tsx/esm/api')
  return `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`
}
