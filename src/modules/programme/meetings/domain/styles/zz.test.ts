import { test } from 'vitest'
import { BLIND_STYLES } from './blind-styles.ts'
import { FORMAL_STYLES } from './formal-styles.ts'
import { PLAIN_STYLES } from './plain-styles.ts'
import { rates, scoreOf } from './score.ts'
test('x', () => {
  const scores = [...FORMAL_STYLES, ...PLAIN_STYLES,...BLIND_STYLES].map((s) => scoreOf(s, []))
  for (const { wrong, ...rest } of scores) console.log(JSON.stringify(rest), '\n' + wrong.join('\n'))
  console.log(rates(scores), scores.reduce((a, s) => a + s.expected, 0), scores.reduce((a, s) => a + s.read, 0), scores.reduce((a, s) => a + s.found, 0))
})
