import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject } from 'vitest'

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
writeFileSync(join(folder, 'process'), String(process.pid))

if (active >= 0) globalThis.isMutant = (number) => number === active
else {
  const [loaded, worked] = [new Set<number>(), new Set<number>()]
  let seen = loaded
  globalThis.isMutant = (number) => {
    seen.add(number)
    return false
  }
  beforeAll(() => {
    seen = worked
  })
  afterAll(() => {
    const file = expect.getState().testPath
    appendFileSync(join(folder, 'ran'), `${JSON.stringify({ file, loaded: [...loaded], worked: [...worked] })}\n`)
  })
}
