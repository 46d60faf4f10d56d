/** Work begun by a request and finished after its answer; a stop and a test can wait for it. */
export interface Background {
  start(work: () => void | Promise<void>): void
  /** Resolves when nothing is under way, work begun meanwhile included. */
  idle(): Promise<void>
}

/** @param onFault told of work that threw; such work reports to people by itself, so nothing else happens */
export function createBackground(onFault: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>()
  return {
    start(work) {
      const promise = Promise.resolve().then(work).catch(onFault)
      running.add(promise)
      void promise.finally(() => running.delete(promise))
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
