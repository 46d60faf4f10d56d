import { expect, test } from 'vitest'
import { addUpBurden, boundSeconds } from './burden.ts'

test('cells and minutes are added up by agency and month', () => {
  const asked = [
    { agencyId: 'a', month: '2026-03', cells: 7 },
    { agencyId: 'a', month: '2026-03', cells: 2 },
    { agencyId: 'b', month: '2026-03', cells: 12 },
  ]
  const spent = [
    { agencyId: 'a', month: '2026-03', seconds: 45 },
    { agencyId: 'a', month: '2026-03', seconds: 15 },
    { agencyId: 'b', month: '2026-03', seconds: null },
  ]
  expect(addUpBurden({ asked, spent })).toEqual([
    { agencyId: 'b', month: '2026-03', cells: 12, minutes: null },
    { agencyId: 'a', month: '2026-03', cells: 9, minutes: 1 },
  ])
})

test('a form left open is not work, and a clock that ran backwards says nothing', () => {
  expect([boundSeconds(44.6), boundSeconds(90_000), boundSeconds(-3), boundSeconds(null)]).toEqual([
    45,
    1800,
    null,
    null,
  ])
})
