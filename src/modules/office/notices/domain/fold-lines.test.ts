import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldLines } from './fold-lines.ts'

const octets = (line: string): number => new TextEncoder().encode(line).length
const unfold = (text: string): string => text.replace(/\r\n[ \t]/g, '')

test('a line of 75 octets stands, one more is folded', () => {
  expect(foldLines('A'.repeat(75))).toBe('A'.repeat(75))
  expect(foldLines('A'.repeat(76))).toBe(`${'A'.repeat(75)}\r\n A`)
  expect(foldLines('挂'.repeat(25))).toBe('挂'.repeat(25))
  expect(foldLines('挂'.repeat(26))).toBe(`${'挂'.repeat(25)}\r\n 挂`)
})

test('what was folded by characters is folded anew', () => {
  const line = `SUMMARY:${'截止：反馈催办'.repeat(20)}`
  expect(foldLines(`${line.slice(0, 75)}\r\n\t${line.slice(75)}\r\n`)).toBe(foldLines(`${line}\r\n`))
})

test('no line is over 75 octets, none is cut inside a character, and nothing is lost', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 5 }), (parts) => {
      const text = parts.map((part) => `X:${part.replace(/[\r\n]/gu, '')}挂图𠮷`).join('\r\n')
      const folded = foldLines(text)
      for (const line of folded.split('\r\n')) {
        expect(octets(line)).toBeLessThanOrEqual(75)
        expect(Buffer.from(line).toString()).toBe(line)
      }
      expect(unfold(folded)).toBe(text)
    }),
  ))
