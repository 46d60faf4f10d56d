import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { readRows } from './read-rows.ts'

const fixture = (name: string) => Uint8Array.from(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))

test.each(['kinds.xls', 'kinds-95.xls', 'small.xls', 'agencies.xls'])(
  '%s spoilt anywhere is read or refused with a sentence, soon',
  async (name) => {
    const whole = fixture(name)
    const spoilt = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.oneof(fc.nat(255), fc.constantFrom(0, 0xff))), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(spoilt, async (changes) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        const started = performance.now()
        const outcome = await readRows(bytes).catch((error: unknown) => error)
        expect(outcome instanceof Refusal || !(outcome instanceof Error) ? '' : String(outcome)).toBe('')
        expect(performance.now() - started).toBeLessThan(2000)
      }),
      { numRuns: 300 },
    )
  },
)
