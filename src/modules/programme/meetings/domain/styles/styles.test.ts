import { expect, test } from 'vitest'
import { BLIND_STYLES } from './blind-styles.ts'
import { FORMAL_STYLES } from './formal-styles.ts'
import { PLAIN_STYLES } from './plain-styles.ts'
import { rates, scoreOf } from './score.ts'

test.each([
  ['as offices issue them', FORMAL_STYLES],
  ['as they are jotted down', PLAIN_STYLES],
  ['written after the reader', BLIND_STYLES],
] as const)('minutes %s are read as a clerk reads them', (_, styles) => {
  const scores = styles.map((one) => scoreOf(one))
  const said = scores.flatMap(({ wrong }) => wrong).join('\n')
  for (const [what, rate] of Object.entries(rates(scores)))
    expect(rate, `${what}\n${said}`).toBeGreaterThanOrEqual(0.95)
})

test('where the register is empty most agencies are still told by their shape', () => {
  const scores = [...FORMAL_STYLES, ...PLAIN_STYLES, ...BLIND_STYLES].map((one) => scoreOf(one, []))
  for (const [what, rate] of Object.entries(rates(scores))) expect(rate, what).toBeGreaterThanOrEqual(0.9)
})
