import { describe, expect, test } from 'vitest'
import { reaches } from './reached.ts'

describe('a target is reached', () => {
  const aim = (op: string, value: number | null = 10, valueMax: number | null = null) => ({ op, value, valueMax })
  test.each([
    ['>=', 9, false], ['>=', 10, true],
    ['>', 10, false], ['>', 11, true],
    ['<=', 10, true], ['<=', 11, false],
    ['<', 10, false], ['<', 9, true],
    ['range', 10, true], ['range', 9, false],
  ] as const)('%s 10 by %i: %s', (op, figure, reached) => expect(reaches(aim(op), figure)).toBe(reached)) // biome-ignore format: a table

  test('by its upper end where it names no other, and when it was said to be done where it names no figure', () => {
    expect([reaches(aim('<=', null, 8), 8), reaches(aim('<=', null, 8), 9)]).toEqual([true, false])
    expect([reaches(aim('by', null), 1), reaches(aim('by', null), 0)]).toEqual([true, false])
  })
})
