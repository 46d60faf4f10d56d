import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder where the number of the mutant in force is read, and what ran is written. */
    mutants: string
  }
}

declare global {
  /** Whether the change of this number is in force. */
  var isMutant: (number: number) => boolean
}

const folder = inject('mutants')
const active = Number(readFileSync(join(folder, 'active'), 'utf8'))

if (active >= 0) globalThis.isMutant = (number) => number === active
else {
  const seen = new Set<number>()
  globalThis.isMutant = (number) => {
    seen.add(number)
    return false
  }
  afterAll(() => {
    const file = expect.getState().testPath
    appendFileSync(join(folder, 'ran'), `${JSON.stringify({ file, seen: [...seen] })}\n`)
  })
}
