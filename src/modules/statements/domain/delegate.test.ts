import { describe, expect, test } from 'vitest'
import { checkDelegation, delegationChoices } from './delegate.ts'

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
      expect.objectContaining({ code: `statements.${code}` }),
    )
  })
})
