import { expect, test } from 'vitest'
import { listMatters } from './matters.ts'

const matter = (
  id: string,
  lamp: 'green' | 'yellow' | 'red' | 'grey',
  overseen = false,
  sinceOn: string | null = null,
) => ({
  id,
  lamp,
  overseen,
  sinceOn,
})

test('a leader sees overseen before others, red before yellow, long standing before new, and nothing green', () => {
  const all = [
    matter('green', 'green', true),
    matter('yellow', 'yellow'),
    matter('red new', 'red', false, '2026-11-20'),
    matter('red old', 'red', false, '2026-08-01'),
    matter('mine', 'yellow', true),
    matter('grey', 'grey', true),
  ]
  expect(listMatters(all).map(({ id }) => id)).toEqual(['mine', 'red old', 'red new', 'yellow'])
})
