import { expect, test } from 'vitest'
import { FORMAL_STYLES } from './formal-styles.ts'
import { PLAIN_STYLES } from './plain-styles.ts'
import { rates, scoreOf } from './score.ts'

test('twelve styles written without sight of the reader are read as a clerk reads them', () => {
  const scores = [...FORMAL_STYLES, ...PLAIN_STYLES].map(scoreOf)
  const said = scores.flatMap(({ wrong }) => wrong).join('\n')
  for (const [what, rate] of Object.entries(rates(scores)))
    expect(rate, `${what}\n${said}`).toBeGreaterThanOrEqual(0.95)
})
