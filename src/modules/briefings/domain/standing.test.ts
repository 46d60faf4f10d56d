import { expect, test } from 'vitest'
import { listStanding, type StandingFilter } from './standing.ts'

const all: StandingFilter = { lamps: [], change: '', fresh: '', agency: '', doubtfulOnly: false }
const tasks = [
  { id: 'a', lamp: 'red', change: 'worse', fresh: 'stale', doubtful: false, leads: ['县科技局'] },
  { id: 'b', lamp: 'green', change: null, fresh: 'fresh', doubtful: true, leads: ['县财政局', '县科技局'] },
  { id: 'c', lamp: 'yellow', change: 'worse', fresh: 'due', doubtful: false, leads: [] },
] as const
const found = (filter: Partial<StandingFilter>) => listStanding(tasks, { ...all, ...filter }).map(({ id }) => id)

test('the list of lamps narrows by colour, week, freshness, agency and doubt, each and together', () => {
  expect(found({})).toEqual(['a', 'b', 'c'])
  expect(found({ lamps: ['red', 'yellow'] })).toEqual(['a', 'c'])
  expect(found({ change: 'worse', lamps: ['red'] })).toEqual(['a'])
  expect(found({ fresh: 'due' })).toEqual(['c'])
  expect(found({ agency: '县科技局' })).toEqual(['a', 'b'])
  expect(found({ doubtfulOnly: true })).toEqual(['b'])
})
