import { expect, test } from 'vitest'
import { countKinds, listAgenciesMatching } from './list-agencies.ts'

const none = { shortName: null, aliases: [], formerNames: [], creditCode: null }
const science = {
  ...none,
  name: '澄禾县科学技术局',
  shortName: '县科技局',
  kind: 'government' as const,
  initials: 'chxkxjsj xkjj',
  aliases: [{ name: '县科委', from: null, to: null }],
  formerNames: [{ name: '县科技工业局', until: '2019-01-15' }],
  creditCode: '11470326DEMA0003X2',
}
const town = { ...none, name: '石桥镇人民政府', kind: 'township' as const, initials: 'sqzrmzf' }
const all = [science, town]

test.each([
  ['科学技术', [], ['澄禾县科学技术局']],
  ['xkjj', [], ['澄禾县科学技术局']],
  ['县科委', [], ['澄禾县科学技术局']],
  ['科技工业', [], ['澄禾县科学技术局']],
  ['dema', [], ['澄禾县科学技术局']],
  ['', ['township'], ['石桥镇人民政府']],
  ['科技', ['township'], []],
])('“%s” among %j leaves %j', (text, kinds, names) =>
  expect(listAgenciesMatching(all, { text, kinds }).map(({ name }) => name)).toEqual(names),
)

test('kinds are counted in their own order, empty ones left out', () =>
  expect(countKinds(all, ['township', 'park', 'government'])).toEqual([
    { kind: 'township', count: 1 },
    { kind: 'government', count: 1 },
  ]))
