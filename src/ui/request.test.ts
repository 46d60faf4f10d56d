import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRefusal } from './refusals.ts'
import { addressOf, fillRoute, toQuery } from './request.ts'

describe('the address of an operation', () => {
  test('path parameters come from the input and do not travel twice', () => {
    expect(fillRoute('/plans/:planId/compare/:otherId', { planId: 'a', otherId: 'b', deep: true })).toEqual({
      url: '/api/plans/a/compare/b',
      rest: { deep: true },
    })
  })

  test('a missing path parameter is a mistake of the caller', () => {
    expect(() => fillRoute('/plans/:planId', {})).toThrow('planId')
  })

  test('what is absent is left out, lists repeat their name', () => {
    expect(toQuery({ a: undefined, b: null, c: 0, d: ['甲', '乙'] })).toBe('?c=0&d=%E7%94%B2&d=%E4%B9%99')
    expect(toQuery({ a: undefined })).toBe('')
  })

  test('whatever stands in a parameter stays inside its place', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (id, word) => {
        const url = new URL(addressOf({ route: '/tasks/:id/finish' }, { id: `x${id}`, word }), 'http://localhost')
        expect(url.pathname.split('/')).toHaveLength(5)
        expect(url.searchParams.get('word')).toBe(word)
      }),
    )
  })
})

describe('an answer that is a refusal', () => {
  test('keeps the sentence, code and kind of the server', () => {
    const refusal = parseRefusal(409, { error: { code: 'plans.stale', kind: 'conflict', message: '请刷新。' } })
    expect(refusal).toMatchObject({ code: 'plans.stale', kind: 'conflict', message: '请刷新。' })
  })

  test('without a readable body still says what to do', () => {
    expect(parseRefusal(502, '<html>').message).toContain('502')
    expect(parseRefusal(401, null).code).toBe('web.signedOut')
  })
})
