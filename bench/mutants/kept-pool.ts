import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { PoolRunnerInitializer, PoolWorker } from 'vitest/node'

export interface KeptPool extends PoolRunnerInitializer {
  /** The process in use, if any; undefined before the first run and after its end. */
  processId: () => number | undefined
  /** The next run gets a process of its own. */
  end: () => void
}

/**
 * Vitest ends its processes with every run, and most of the time of a short run is loading. This one stays and keeps what
 * it has loaded; test files themselves are read anew each time.
 */
export function keptPool(name: string): KeptPool {
  let kept: ChildProcess | undefined
  const end = () => {
    kept?.kill('SIGKILL')
    kept = undefined
  }
  const begin = (execArgv: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
    const begun = fork(join(import.meta.dirname, 'kept-process.mjs'), {
      execArgv: [...execArgv],
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    })
    begun.once('exit', () => {
      if (kept === begun) kept = undefined
    })
    begun.setMaxListeners(0)
    return begun
  }
  process.once('exit', end)
  return {
    name,
    processId: () => kept?.pid,
    end,
    createPoolWorker: ({ execArgv, env }): PoolWorker => {
      const heard: [string, (message: unknown) => void][] = []
      let mine: ChildProcess | undefined
      return {
        name,
        cacheFs: true,
        on: (event, take) => {
          heard.push([event, take])
          mine?.on(event, take)
        },
        off: (event, take) => {
          mine?.off(event, take)
        },
        send: (message) => {
          if (mine?.connected) mine.send(message)
        },
        deserialize: (message) => message,
        start: async () => {
          kept ??= begin(execArgv, { ...process.env, ...env })
          mine = kept
        },
        stop: async () => {
          for (const [event, take] of heard) mine?.off(event, take)
        },
      }
    },
  }
}
