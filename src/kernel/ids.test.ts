import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('an id is a UUID of version 7 that tells its millisecond', () => {
  const id = newId(Date.UTC(2026, 10, 29, 1, 2, 3, 4))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 29, 1, 2, 3, 4))
})

test('ids of one millisecond are in the order of making, also beside those of another clock', () => {
  const made = Array.from({ length: 5000 }, () => {
    newId()
    return newId(1_790_000_000_000)
  })
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})
