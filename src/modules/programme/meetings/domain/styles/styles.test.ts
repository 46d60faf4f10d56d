import { expect, test } from 'vitest'
import { BLIND_STYLES } from './blind-styles.fixture.ts'
import { FORMAL_STYLES } from './formal-styles.fixture.ts'
import { LATER_STYLES } from './later-styles.fixture.ts'
import { PLAIN_STYLES } from './plain-styles.fixture.ts'
import { rates, scoreOf } from './score.fixture.ts'

test.each([
  ['as offices issue them', FORMAL_STYLES, 0.95],
  ['as they are jotted down', PLAIN_STYLES, 0.95],
  ['written after the reader', BLIND_STYLES, 0.95],
  ['written last', LATER_STYLES, 0.9],
] as const)('minutes %s are read as a clerk reads them', (_, styles, least) => {
  const scores = styles.map((one) => scoreOf(one))
  const said = scores.flatMap(({ wrong }) => wrong).join('\n')
  for (const [what, rate] of Object.entries(rates(scores)))
    expect(rate, `${what}\n${said}`).toBeGreaterThanOrEqual(least)
})

test('where the register is empty most agencies are still told by their shape', () => {
  const scores = [...FORMAL_STYLES, ...PLAIN_STYLES, ...BLIND_STYLES, ...LATER_STYLES].map((one) => scoreOf(one, []))
  for (const [what, rate] of Object.entries(rates(scores))) expect(rate, what).toBeGreaterThanOrEqual(0.9)
})
