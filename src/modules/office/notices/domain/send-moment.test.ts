import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { minuteOf } from '#kernel/moment.ts'
import { type DeliveryRules, defaultRules } from './delivery-rules.ts'
import { isQuiet, sendMoment } from './send-moment.ts'

const calendar = workingCalendar()
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`)
const send = (local: string, urgent: boolean, rules: Partial<DeliveryRules> = {}) =>
  minuteOf(sendMoment(at(local), urgent, { rules: { ...defaultRules, ...rules }, calendar }))

describe('when a notice goes out', () => {
  test.each<[string, string, boolean, Partial<DeliveryRules>, string]>([
    ['in the morning with the first digest', '2026-03-02 07:10', false, {}, '2026-03-02 08:30'],
    ['at the very time of a digest with the next', '2026-03-02 08:30', false, {}, '2026-03-02 15:00'],
    ['after the last digest tomorrow', '2026-03-02 15:01', false, {}, '2026-03-03 08:30'],
    ['urgent by day at once', '2026-03-02 10:00', true, {}, '2026-03-02 10:00'],
    ['urgent at night in the morning', '2026-03-02 23:30', true, {}, '2026-03-03 08:00'],
    ['urgent after midnight the same morning', '2026-03-03 00:30', true, {}, '2026-03-03 08:00'],
    ['urgent at night when asked for', '2026-03-02 23:30', true, { urgentAnyTime: true }, '2026-03-02 23:30'],
    ['on Saturday, working days only', '2026-03-07 10:00', false, { workingDaysOnly: true }, '2026-03-09 08:30'],
    ['urgent on Saturday, working days only', '2026-03-07 10:00', true, { workingDaysOnly: true }, '2026-03-09 08:00'],
    ['on a Sunday that is worked (调休)', '2026-02-14 10:00', false, { workingDaysOnly: true }, '2026-02-14 15:00'],
    ['over the National Day holiday', '2026-09-30 16:00', false, { workingDaysOnly: true }, '2026-10-08 08:30'],
    ['without digests at once', '2026-03-02 10:00', false, { digestAt: [] }, '2026-03-02 10:00'],
    ['without digests at night in the morning', '2026-03-02 22:00', false, { digestAt: [] }, '2026-03-03 08:00'],
    [
      'a digest in quiet hours is left out',
      '2026-03-02 16:00',
      false,
      { digestAt: ['22:00', '09:00'] },
      '2026-03-03 09:00',
    ],
    ['quiet at noon', '2026-03-02 12:10', true, { quietFrom: '12:00', quietTo: '14:00' }, '2026-03-02 14:00'],
    ['no quiet hours', '2026-03-02 03:00', true, { quietFrom: '00:00', quietTo: '00:00' }, '2026-03-02 03:00'],
  ])('%s', (_, local, urgent, rules, expected) => {
    expect(send(local, urgent, rules)).toBe(expected)
  })
})

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const someRules = fc.record({
  quietFrom: time,
  quietTo: time,
  workingDaysOnly: fc.boolean(),
  digestAt: fc.array(time, { maxLength: 4 }),
  urgentAnyTime: fc.boolean(),
})
const moment = fc.date({
  min: new Date('2025-12-20T00:00:00Z'),
  max: new Date('2026-12-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('whatever the rules', () => {
  test('nothing goes out in quiet hours, unless it is urgent and may', () => {
    fc.assert(
      fc.property(moment, someRules, fc.boolean(), (told, rules, urgent) => {
        const sent = sendMoment(told, urgent, { rules, calendar })
        expect(sent >= told).toBe(true)
        if (!(urgent && rules.urgentAnyTime)) expect(isQuiet(sent, { rules, calendar })).toBe(false)
      }),
    )
  })

  test('what is told later does not go out earlier', () => {
    fc.assert(
      fc.property(moment, moment, someRules, (a, b, rules) => {
        const [first, second] = a < b ? [a, b] : [b, a]
        expect(sendMoment(first, false, { rules, calendar }) <= sendMoment(second, false, { rules, calendar })).toBe(
          true,
        )
      }),
    )
  })
})
