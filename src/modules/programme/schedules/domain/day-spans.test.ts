import { expect, test } from 'vitest'
import { inSpans } from './day-spans.ts'

test('days that follow one another are one span', () => {
  expect(inSpans(['2027-01-03', '2027-01-01', '2027-01-02', '2027-02-06'])).toEqual([
    ['2027-01-01', '2027-01-03'],
    ['2027-02-06', '2027-02-06'],
  ])
  expect(inSpans([])).toEqual([])
})
