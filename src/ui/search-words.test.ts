import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './search-words.ts'

const word = fc.string({ minLength: 1, unit: 'grapheme' })
const name = fc.stringMatching(/^[a-z]{1,6}$/)
const words = fc.dictionary(name, fc.oneof(word, fc.array(word, { minLength: 2, maxLength: 4 })), {
  noNullPrototype: true,
})

test('a filtered list can be sent as an address and opened again', () => {
  fc.assert(
    fc.property(words, (w) => {
      expect(parseSearch(stringifySearch(w))).toEqual(w)
    }),
  )
})

test('what is empty leaves no trace in the address', () => {
  expect(stringifySearch({ a: '', b: undefined, c: [], d: null })).toBe('')
})
