import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutMarks } from './cut-marks.ts'

const spanIn = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])

test('the pieces and the line breaks together are the text, and each piece says where it stands', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('会', '议', '定', '\n', '。', 'a') }).chain((text) =>
        fc.tuple(
          fc.constant(text),
          fc.array(
            fc.record({
              span: spanIn(text.length),
              owners: fc.array(fc.record({ span: spanIn(text.length) }), { maxLength: 2 }),
              due: fc.option(fc.record({ span: spanIn(text.length) })),
            }),
            { maxLength: 3 },
          ),
        ),
      ),
      ([text, marked]) => {
        const lines = cutMarks(
          text,
          marked.map((one, i) => ({ id: String(i), ...one })),
        )
        expect(lines.map((pieces) => pieces.map((piece) => piece.text).join('')).join('\n')).toBe(text)
        for (const { start, text: words } of lines.flat()) expect(text.slice(start, start + words.length)).toBe(words)
      },
    ),
  ))
