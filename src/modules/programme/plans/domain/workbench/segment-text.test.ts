import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark, MarkKind } from './mark.ts'
import { paragraphsOf } from './paragraphs.ts'
import { segmentText } from './segment-text.ts'

const kind = fc.constantFrom<MarkKind>('task', 'target', 'agency', 'due', 'problem')
const text = fc.string({ unit: fc.constantFrom('科', '技', '。', '\n', ' ', 'A'), maxLength: 80 })

const marked = text.chain((words) => {
  const at = fc.integer({ min: -3, max: words.length + 5 })
  const mark = fc.tuple(kind, at, at, fc.nat(9)).map(
    ([k, a, b, id]): Mark => ({
      kind: k,
      span: [Math.min(a, b), Math.max(a, b)],
      item: `${k}:${id}`,
      lettered: true,
    }),
  )
  return fc.tuple(fc.constant(words), fc.array(mark, { maxLength: 12 }))
})

const aMark = (start: number, end: number, item: string): Mark => ({
  kind: 'target',
  span: [start, end],
  item,
  lettered: true,
})

describe('any text with any marks', () => {
  test('put together again gives the text', () => {
    fc.assert(
      fc.property(marked, ([words, marks]) => {
        const segments = segmentText(words, marks)
        expect(segments.map((s) => words.slice(s.start, s.end)).join('')).toBe(words)
        for (const [i, { start, end }] of segments.entries()) {
          expect(end).toBeGreaterThan(start)
          expect(start).toBe(i === 0 ? 0 : segments[i - 1]!.end)
        }
      }),
    )
  })

  test('a mark lies over exactly the characters of its span', () => {
    fc.assert(
      fc.property(marked, ([words, marks]) => {
        const segments = segmentText(words, marks)
        for (const mark of marks) {
          const covered = segments.filter((s) => s.marks.includes(mark)).reduce((sum, s) => sum + s.end - s.start, 0)
          const [start, end] = [Math.max(0, mark.span[0]), Math.min(words.length, mark.span[1])]
          expect(covered).toBe(Math.max(0, end - start))
        }
      }),
    )
  })

  test('the innermost mark comes last', () => {
    fc.assert(
      fc.property(marked, ([words, marks]) => {
        for (const segment of segmentText(words, marks)) {
          const lengths = segment.marks.map(({ span }) => Math.min(words.length, span[1]) - Math.max(0, span[0]))
          expect(lengths).toEqual([...lengths].sort((a, b) => b - a))
        }
      }),
    )
  })

  test('paragraphs keep every character but the line breaks', () => {
    fc.assert(
      fc.property(marked, ([words, marks]) => {
        const lines = paragraphsOf(words, marks).map((p) => p.segments.map((s) => words.slice(s.start, s.end)).join(''))
        expect(lines.join('\n')).toBe(words)
      }),
    )
  })
})

test('a figure inside a clause lies over the clause', () => {
  const segments = segmentText('新增企业二十家', [aMark(0, 7, 'target:a'), aMark(4, 6, 'target:b')])
  expect(segments.map((s) => [s.start, s.end, s.marks.map((m) => m.item)])).toEqual([
    [0, 4, ['target:a']],
    [4, 6, ['target:a', 'target:b']],
    [6, 7, ['target:a']],
  ])
})

test('a paragraph knows what stands in it', () => {
  const [first, second] = paragraphsOf('甲乙\n丙丁', [aMark(1, 4, 'target:a'), aMark(3, 5, 'target:b')])
  expect([...first!.items]).toEqual(['target:a'])
  expect([...second!.items]).toEqual(['target:a', 'target:b'])
})
