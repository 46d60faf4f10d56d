import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakTitle } from './break-title.ts'
import { textWidth } from './text-width.ts'

test('a short title stays on one line', () =>
  expect(breakTitle('云溪县科技服务提升行动方案', 20)).toEqual(['云溪县科技服务提升行动方案']))

test('a title of two lines breaks before 关于', () => {
  expect(breakTitle('云溪县人民政府办公室关于印发科技服务提升行动方案的通知', 20)).toEqual([
    '云溪县人民政府办公室',
    '关于印发科技服务提升行动方案的通知',
  ])
})

test('a title of three lines is no hourglass, keeps words whole and no line begins with a closing mark', () => {
  const lines = breakTitle('云溪县人民政府办公室关于印发《云溪县科技服务提升三年行动方案（2026—2028年）》的通知', 20)
  expect(lines).toHaveLength(3)
  expect(lines.every((line) => !/^[》）、的]/u.test(line))).toBe(true)
  expect(lines.join('|')).not.toMatch(/行\|动|方\|案|提\|升|20\|26/u)
  const [a, b, c] = lines.map((line) => line.length)
  expect(b! < a! && b! < c!).toBe(false)
})

test('no letter is lost and no line is longer than the page is wide', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('云溪县', '关于', '印发', '《', '》', '2026年', '科技', '行动方案', '的', '通知', '、'),
        { minLength: 1, maxLength: 18 },
      ),
      (parts) => {
        const title = parts.join('')
        const lines = breakTitle(title, 20)
        expect(lines.join('')).toBe(title)
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(20)
      },
    ),
  ))
