import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markPassage, type PassageMark } from './mark-passage.ts'

const text = '培育企业30家。牵头单位：县科协'

test('pieces are cut at the edges of marks', () =>
  expect(
    markPassage(text, 100, [
      { kind: 'target', span: [102, 107] },
      { kind: 'agency', span: [113, 116] },
    ]).map(({ text, kinds }) => [text, ...kinds]),
  ).toEqual([['培育'], ['企业30家', 'target'], ['。牵头单位：'], ['县科协', 'agency']]))

test('overlapping marks share a piece', () =>
  expect(
    markPassage('一二三四', 0, [
      { kind: 'title', span: [0, 3] },
      { kind: 'target', span: [2, 4] },
    ]).map(({ text, kinds }) => [text, ...kinds]),
  ).toEqual([
    ['一二', 'title'],
    ['三', 'title', 'target'],
    ['四', 'target'],
  ]))

const mark = fc
  .tuple(fc.constantFrom('title', 'agency', 'target', 'due'), fc.nat(30), fc.nat(30))
  .map(([kind, a, b]): PassageMark => ({ kind, span: [Math.min(a, b), Math.max(a, b)] }))

test('the pieces together are the passage, whatever is marked', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.nat(10), fc.array(mark), (words, start, marks) => {
      const pieces = markPassage(words, start, marks)
      expect(pieces.map((piece) => piece.text).join('')).toBe(words)
    }),
  )
})
