import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps, overlapsAny } from './span.ts'

const span = fc.tuple(fc.nat(40), fc.nat(8)).map(([start, length]): [number, number] => [start, start + length])

test('asking of many spans at once says what asking of each says', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), span, (spans, asked) => {
      expect(overlapsAny(spans)(asked)).toBe(spans.some((each) => overlaps(each, asked)))
    }),
  )
})
