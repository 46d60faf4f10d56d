import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanInput, cleanText } from './clean-text.ts'

describe('a text at the door', () => {
  test.each([
    ['整改\u0000完成', '整改完成'],
    ['一\u000b二\u000c三', '一\n二\n三'],
    ['半个\ud83d', '半个\ufffd'],
    ['\udc00半个', '\ufffd半个'],
    ['完整😀\t\r\n', '完整😀\t\r\n'],
    ['\u001b[31m红\uffff', '[31m红'],
  ])('%j becomes %j', (given, expected) => expect(cleanText(given)).toBe(expected))

  test('whatever it was, a database and a sheet can carry it, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (odd, plain) => {
        const text = cleanText(`${odd}${plain}\ud800${odd}`)
        expect(text).not.toMatch(/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u)
        expect(cleanText(text)).toBe(text)
      }),
    )
  })
})

describe('an input at the door', () => {
  test('is cleaned in every place, names of fields included', () => {
    const now = new Date(0)
    const given = { 'a\u0000': ['\u0001x', { y: 'z\ud800' }, 1, null, true, now] }
    expect(cleanInput(given)).toEqual({ a: ['x', { y: 'z\ufffd' }, 1, null, true, now] })
  })

  test('that is deeper than any form is refused, not a fault', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(() => cleanInput({ deep })).toThrow('层次过多')
  })
})
