import { expect, test } from 'vitest'
import { BLIND_STYLES } from './blind-styles.fixture.ts'
import { EIGHTH_STYLES } from './eighth-styles.fixture.ts'
import { ELEVENTH_STYLES } from './eleventh-styles.fixture.ts'
import { FIFTEENTH_STYLES } from './fifteenth-styles.fixture.ts'
import { FIFTH_STYLES } from './fifth-styles.fixture.ts'
import { FORMAL_STYLES } from './formal-styles.fixture.ts'
import { FOURTEENTH_STYLES } from './fourteenth-styles.fixture.ts'
import { FOURTH_STYLES } from './fourth-styles.fixture.ts'
import { LATER_STYLES } from './later-styles.fixture.ts'
import { NINTH_STYLES } from './ninth-styles.fixture.ts'
import { OFFICE_STYLES, SEALED_STYLES } from './office-styles.fixture.ts'
import { PLAIN_STYLES } from './plain-styles.fixture.ts'
import { rates, scoreOf } from './score.fixture.ts'
import { SECOND_STYLES } from './second-styles.fixture.ts'
import { SEVENTH_STYLES } from './seventh-styles.fixture.ts'
import { SIXTEENTH_STYLES } from './sixteenth-styles.fixture.ts'
import { SIXTH_STYLES } from './sixth-styles.fixture.ts'
import { TENTH_STYLES } from './tenth-styles.fixture.ts'
import { THIRD_STYLES } from './third-styles.fixture.ts'
import { THIRTEENTH_STYLES } from './thirteenth-styles.fixture.ts'
import { TWELFTH_STYLES } from './twelfth-styles.fixture.ts'

const rounds = [
  ['as offices issue them', FORMAL_STYLES],
  ['as they are jotted down', PLAIN_STYLES],
  ['written after the reader', BLIND_STYLES],
  ['written last', LATER_STYLES],
  ['of county offices, first round', OFFICE_STYLES],
  ['of county offices, sealed', SEALED_STYLES],
  ['of county offices, second round', SECOND_STYLES],
  ['of county offices, third round', THIRD_STYLES],
  ['of county offices, fourth round', FOURTH_STYLES],
  ['of county offices, fifth round', FIFTH_STYLES],
  ['of county offices, sixth round', SIXTH_STYLES],
  ['of county offices, seventh round', SEVENTH_STYLES],
  ['of county offices, eighth round', EIGHTH_STYLES],
  ['of county offices, ninth round', NINTH_STYLES],
  ['of county offices, tenth round', TENTH_STYLES],
  ['of county offices, eleventh round', ELEVENTH_STYLES],
  ['of county offices, twelfth round', TWELFTH_STYLES],
  ['of county offices, thirteenth round', THIRTEENTH_STYLES],
  ['of county offices, fourteenth round', FOURTEENTH_STYLES],
  ['of county offices, fifteenth round', FIFTEENTH_STYLES],
  ['of county offices, sixteenth round', SIXTEENTH_STYLES],
] as const

test.each(rounds)('minutes %s are read as a clerk reads them', (_, styles) => {
  const scores = styles.map((one) => scoreOf(one))
  const said = scores.flatMap(({ wrong }) => wrong).join('\n')
  for (const [what, rate] of Object.entries(rates(scores)))
    expect(rate, `${what}\n${said}`).toBeGreaterThanOrEqual(0.95)
})

test('where the register is empty most agencies are still told by their shape', () => {
  const scores = rounds.flatMap(([, styles]) => styles).map((one) => scoreOf(one, []))
  for (const [what, rate] of Object.entries(rates(scores))) expect(rate, what).toBeGreaterThanOrEqual(0.9)
})
