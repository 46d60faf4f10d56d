import { describe, expect, test } from 'vitest'
import { checkDelegation, delegationChoices, endOf, refuseSecondDelegation } from './delegate.ts'

const task = {
  leads: [{ agencyId: 'lead' }, { agencyId: null }],
  participants: [{ agencyId: 'help' }, { agencyId: 'lead' }],
}
const given = { fromAgencyId: 'lead', toAgencyId: 'help', fromOn: '2026-03-01', toOn: '2026-04-30' }

test('a lead gives its reporting to a participant; others may not', () => {
  expect(delegationChoices(task, ['lead'])).toEqual({ from: ['lead'], to: ['help'] })
  expect(delegationChoices(task, null).from).toEqual(['lead'])
  expect(delegationChoices(task, ['help']).from).toEqual([])
})

describe('refused is', () => {
  test.each([
    ['what another agency leads', { fromAgencyId: 'help' }, 'notLead'],
    ['an agency the task does not name', { toAgencyId: 'stranger' }, 'notParticipant'],
    ['an end before the beginning', { toOn: '2026-02-01' }, 'periodBackwards'],
  ] as const)('%s', (_name, more, code) => {
    expect(() => checkDelegation({ ...given, ...more }, delegationChoices(task, null))).toThrow(
      expect.objectContaining({ code: `reporting.${code}` }),
    )
  })
})

describe('a second delegation', () => {
  const asked = { fromAgencyId: 'lead', fromOn: '2026-03-01', toOn: '2026-04-30' }
  test.each([
    ['the same days', {}],
    ['one that has no end', { fromOn: '2026-01-01', toOn: null }],
    ['one that ends on its first day', { fromOn: '2026-01-01', toOn: '2026-03-01' }],
    ['one that begins on its last day', { fromOn: '2026-04-30', toOn: null }],
  ])('is refused beside %s', (_name, other) => {
    expect(() => refuseSecondDelegation(asked, [{ ...asked, ...other }])).toThrow('请先结束原委托')
  })

  test.each([
    ['of another lead', { fromAgencyId: 'other' }],
    ['that ended the day before', { fromOn: '2026-01-01', toOn: '2026-02-28' }],
    ['that begins the day after', { fromOn: '2026-05-01', toOn: null }],
    ['that was ended before it began', { fromOn: '2026-03-02', toOn: '2026-03-01' }],
  ])('stands beside one %s', (_name, other) => {
    expect(() => refuseSecondDelegation(asked, [{ ...asked, ...other }])).not.toThrow()
  })

  test.each([
    [null, '2026-03-09'],
    ['2026-04-30', '2026-03-09'],
    ['2026-02-28', '2026-02-28'],
  ])('lasting until %s and ended on the 10th of March lasts until %s', (toOn, expected) => {
    expect(endOf({ toOn }, '2026-03-10')).toBe(expected)
  })
})
