import { expect, test } from 'vitest'
import { fitItems } from './fit-items.ts'

const rest = (count: number): string => `另有 ${count} 项。`
const items = Array.from({ length: 20 }, (_, n) => `${n + 1}.建设科技服务站。`)

test('what fits is whole and says nothing of a rest', () => {
  expect(fitItems(items, { room: 400, rest })).toEqual(items)
  expect(fitItems([], { room: 0, rest })).toEqual([])
})

test.each(Array.from({ length: 24 }, (_, n) => n * 10))(
  'in a room of %i no more is said, and nothing is lost uncounted',
  (room) => {
    const fitted = fitItems(items, { room, rest })
    const told = fitted.at(-1)?.match(/^另有 (\d+) 项。$/)
    expect(fitted.length - 1 + Number(told?.[1])).toBe(20)
    if (room >= 8) expect(fitted.join('\n').length).toBeLessThanOrEqual(room)
  },
)
