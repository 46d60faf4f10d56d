import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** The youngest objects lie outside the bound of the heap and come on top of it. */
const maxYoungGenerationSizeMb = 8

/**
 * Starts a thread from the built worker beside the asking file, or, when the sources themselves run (tests,
 * development), from the TypeScript source through tsx.
 * @param beside the asking file's `import.meta.url`
 * @param name of the worker's file, without its ending
 * @param maxMegabytes bound of the thread's heap
 */
export function startThread(beside: string, name: string, maxMegabytes = 1536): Worker {
  const built = new URL(`./${name}.js`, beside)
  const isBuilt = existsSync(fileURLToPath(built))
  return new Worker(isBuilt ? built : fromSource(new URL(`./${name}.ts`, beside).href), {
    eval: !isBuilt,
    resourceLimits: { maxYoungGenerationSizeMb, maxOldGenerationSizeMb: maxMegabytes },
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
