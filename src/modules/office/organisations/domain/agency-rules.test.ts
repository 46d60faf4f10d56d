import { expect, test } from 'vitest'
import { anAgency } from './agency.fixture.ts'
import type { Agency } from './agency.ts'
import { assertStorable, withAlias } from './agency-rules.ts'

const audit = anAgency({ name: '澄禾县审计局', shortName: '县审计局' })
/** Kept beside others, or in place of its former state. */
const keep = (agency: Agency, register: readonly Agency[]) =>
  assertStorable(new Set([agency.id]), [...register.filter(({ id }) => id !== agency.id), agency])
const alias = (name: string) => ({ name, from: null, to: null })

test('a good agency may be kept, also as the next state of itself', () => {
  expect(() => keep(anAgency({ name: '澄禾县统计局' }), [audit])).not.toThrow()
  expect(() => keep(withAlias(audit, alias('审计部门')), [audit])).not.toThrow()
  expect(withAlias(withAlias(audit, alias('审计部门')), alias('审计部门')).aliases).toHaveLength(1)
})

test.each([
  ['a name that belongs to another', anAgency({ name: '澄禾县统计局', aliases: [alias('县审计局')] }), '澄禾县审计局'],
  ['members of what is no group', anAgency({ name: '澄禾县统计局', memberIds: [audit.id] }), '单位组合'],
  [
    'a member nobody knows',
    anAgency({ name: '各部门', kind: 'group', memberIds: ['00000000-0000-7000-8000-999999999999'] }),
    '不在名录中',
  ],
])('%s is refused', (_, agency, word) => expect(() => keep(agency, [audit])).toThrow(word))

test('an agency cannot be merged into itself', () => {
  expect(() => keep({ ...audit, successorId: audit.id }, [audit])).toThrow('自己')
})

test('the dissolved leave their names free', () => {
  expect(() => keep(anAgency({ name: '澄禾县审计局' }), [{ ...audit, dissolvedOn: '2024-01-01' }])).not.toThrow()
})
