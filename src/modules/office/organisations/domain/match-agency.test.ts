import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anAgency } from './agency.fixture.ts'
import { buildRegister } from './agency-register.ts'
import { departments } from './departments.data.ts'
import { AgencyMatch, isGroupName, matchAgency } from './match-agency.ts'

const home = { code: '470326', name: '澄禾县' }
const above = [
  { code: '470300', name: '泽宁市' },
  { code: '470000', name: '南澜省' },
]

const merged = anAgency({ name: '澄禾县商务科技和工业信息化局', shortName: '县商科工信局', foundedOn: '2024-03-20' })
const oldScience = anAgency({
  name: '澄禾县科学技术局',
  shortName: '县科技局',
  dissolvedOn: '2024-03-20',
  successorId: merged.id,
})
const lostCentre = anAgency({ name: '澄禾县竹器研究所', kind: 'institution', dissolvedOn: '2023-01-01' })
const health = anAgency({
  name: '澄禾县卫生健康局',
  formerNames: [{ name: '澄禾县卫生和计划生育局', until: '2019-01-15' }],
})
const towns = anAgency({
  name: '各乡镇人民政府、街道办事处',
  kind: 'group',
  aliases: [{ name: '各乡镇办场园', from: null, to: null }],
})
const talent = anAgency({
  name: '澄禾县高层次人才服务中心',
  kind: 'institution',
  aliases: [{ name: '县人才驿站', from: '2025-01-01', to: '2025-12-31' }],
})
const agencies = [
  merged,
  oldScience,
  lostCentre,
  health,
  towns,
  talent,
  anAgency({ name: '澄禾县发展和改革局' }),
  anAgency({ name: '澄禾县市场监督管理局' }),
  anAgency({ name: '澄禾县人民政府办公室' }),
  anAgency({ name: '中共澄禾县委组织部', kind: 'party' }),
  anAgency({ name: '共青团澄禾县委员会', kind: 'mass' }),
  anAgency({ name: '澄禾县科学技术协会', kind: 'mass' }),
  anAgency({ name: '中共澄禾县委金融委员会办公室', kind: 'party' }),
  anAgency({ name: '国家税务总局澄禾县税务局', kind: 'vertical' }),
  anAgency({ name: '国家金融监督管理总局澄禾监管支局', kind: 'vertical' }),
  anAgency({ name: '澄禾高新技术产业开发区管理委员会', kind: 'park' }),
  anAgency({ name: '澄禾县文化旅游广电体育局' }),
  anAgency({ name: '泽宁市科学技术局', divisionCode: '470300' }),
  anAgency({ name: '泽宁市市场监督管理局', divisionCode: '470300' }),
  anAgency({ name: '泽宁市生态环境局澄禾分局', kind: 'vertical' }),
  anAgency({ name: '中国人民银行泽宁市分行', kind: 'vertical' }),
  anAgency({ name: '澄禾县城市发展投资集团有限公司', kind: 'enterprise', deptCodes: ['LOCALPLAT'] }),
  anAgency({ name: '澄禾县产业投资有限公司', kind: 'enterprise', deptCodes: ['LOCALPLAT'] }),
]
const register = buildRegister(agencies, [home, ...above])
const nameOf = (match: AgencyMatch) => agencies.find(({ id }) => id === match.agencyId)?.name

test.each([
  ['澄禾县卫生健康局', 'exact', '澄禾县卫生健康局'],
  ['县商科工信局', 'alias', '澄禾县商务科技和工业信息化局'],
  ['澄禾县卫生和计划生育局', 'former', '澄禾县卫生健康局'],
  ['县科技局', 'former', '澄禾县商务科技和工业信息化局'],
  ['科技局', 'core', '澄禾县商务科技和工业信息化局'],
  ['县工信局', 'core', '澄禾县商务科技和工业信息化局'],
  ['澄禾县商务局', 'core', '澄禾县商务科技和工业信息化局'],
  ['市科技局', 'core', '泽宁市科学技术局'],
  ['泽宁市科技局', 'core', '泽宁市科学技术局'],
  ['县发改局', 'core', '澄禾县发展和改革局'],
  ['发展改革局', 'core', '澄禾县发展和改革局'],
  ['市场监督管理局', 'core', '澄禾县市场监督管理局'],
  ['县市场监管局', 'core', '澄禾县市场监督管理局'],
  ['市市场监管局', 'core', '泽宁市市场监督管理局'],
  ['县政府办', 'core', '澄禾县人民政府办公室'],
  ['县委组织部', 'core', '中共澄禾县委组织部'],
  ['组织部', 'core', '中共澄禾县委组织部'],
  ['团县委', 'core', '共青团澄禾县委员会'],
  ['县科协', 'core', '澄禾县科学技术协会'],
  ['县金融办', 'core', '中共澄禾县委金融委员会办公室'],
  ['县委金融办', 'core', '中共澄禾县委金融委员会办公室'],
  ['县税务局', 'core', '国家税务总局澄禾县税务局'],
  ['税务部门', 'core', '国家税务总局澄禾县税务局'],
  ['金融监管支局', 'core', '国家金融监督管理总局澄禾监管支局'],
  ['高新区管委会', 'core', '澄禾高新技术产业开发区管理委员会'],
  ['澄禾高新区', 'core', '澄禾高新技术产业开发区管理委员会'],
  ['县文旅局', 'core', '澄禾县文化旅游广电体育局'],
  ['县体育局', 'core', '澄禾县文化旅游广电体育局'],
  ['市生态环境局澄禾分局', 'core', '泽宁市生态环境局澄禾分局'],
  ['县生态环境分局', 'core', '泽宁市生态环境局澄禾分局'],
  ['市人行', 'core', '中国人民银行泽宁市分行'],
  ['县环境局', 'core', '泽宁市生态环境局澄禾分局'],
  ['县发展改革委（能源局）', 'core', '澄禾县发展和改革局'],
  ['市科技厅', 'core', '泽宁市科学技术局'],
  ['各乡镇办场园', 'group', '各乡镇人民政府、街道办事处'],
])('%s is matched as %s to %s', (name, kind, expected) => {
  const match = AgencyMatch.parse(matchAgency(name, register))
  expect([match.kind, nameOf(match)]).toEqual([kind, expected])
  expect(match.explanation).toContain(expected)
})

test('the day decides who did the work', () => {
  expect(nameOf(matchAgency('县科技局', register, '2022-06-01'))).toBe('澄禾县科学技术局')
  expect(nameOf(matchAgency('县科技局', register, '2025-06-01'))).toBe(merged.name)
  expect(matchAgency('县人才驿站', register, '2025-06-01').kind).toBe('alias')
  expect(matchAgency('县人才驿站', register, '2026-06-01').agencyId).toBe(talent.id)
  expect(matchAgency('县人才驿站', register, '2026-06-01').kind).toBe('core')
})

test('two that fit are reported, not chosen', () => {
  const match = matchAgency('县国投', register)
  expect(match).toMatchObject({ kind: 'ambiguous', agencyId: null })
  expect(match.candidates).toHaveLength(2)
})

test('an unknown name is answered with the nearest ones and the next step', () => {
  const match = matchAgency('县人才服务中心', register)
  expect(match).toMatchObject({ kind: 'unknown', agencyId: null })
  expect(match.candidates[0]?.name).toBe(talent.name)
  expect(match.explanation).toContain('新建单位')
})

test('offices are not alike for being bureaus', () => {
  const tax = anAgency({ name: '国家税务总局澄禾县税务局', shortName: '县税务局' })
  const few = buildRegister([tax], [home, ...above])
  expect(matchAgency('县民政局', few).candidates).toEqual([])
  expect(matchAgency('县商务局', few).candidates).toEqual([])
})

test('a dissolved agency without successor asks for one', () => {
  expect(matchAgency('澄禾县竹器研究所', register)).toMatchObject({
    kind: 'unknown',
    candidates: [{ agencyId: lostCentre.id }],
  })
})

test.each(['各有关单位', '等相关部门', '县农村环境整治协调小组成员单位', '具有行政审批职能的相关单位', '县直各部门'])(
  '%s is a group that has to be configured',
  (name) => {
    expect(isGroupName(name)).toBe(true)
    expect(matchAgency(name, register)).toMatchObject({ kind: 'group', agencyId: null })
  },
)

test('mergers that point at each other end', () => {
  const a = anAgency({ name: '澄禾县甲中心', dissolvedOn: '2024-01-01' })
  const b = anAgency({ name: '澄禾县乙中心', dissolvedOn: '2024-01-01', successorId: a.id })
  expect(matchAgency('澄禾县甲中心', buildRegister([{ ...a, successorId: b.id }, b], [home])).agencyId).toBeNull()
})

test('width, blanks and a final stop change nothing', () => {
  const noise = fc.constantFrom('', ' ', '\u3000', '\u200b', '\n')
  const written = fc.tuple(
    fc.constantFrom(...agencies.filter((a) => a.dissolvedOn === null)),
    fc.array(noise, { maxLength: 6 }),
    fc.constantFrom('', '。', '，'),
  )
  fc.assert(
    fc.property(written, ([agency, blanks, stop]) => {
      const name = [...agency.name].map((c, i) => c + (blanks[i] ?? '')).join('') + stop
      expect(matchAgency(name, register)).toMatchObject({
        agencyId: agency.id,
        kind: agency.kind === 'group' ? 'group' : 'exact',
      })
    }),
  )
})

test('whatever the name, the answer is one agency or none, and always says why', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
      const match = AgencyMatch.parse(matchAgency(name, register))
      expect(match.explanation.length).toBeGreaterThan(5)
      if (match.kind === 'unknown' || match.kind === 'ambiguous') expect(match.agencyId).toBeNull()
    }),
  ))

test('every department is found under its standard core and every alias, at its own level', () => {
  const all = departments
    .filter((d) => !isGroupName(d.core))
    .map((d) => anAgency({ name: `澄禾县${d.core}`, deptCodes: [d.code] }))
  const full = buildRegister(all, [home, ...above])
  for (const agency of all)
    for (const name of departments.find((d) => d.code === agency.deptCodes[0])?.aliases ?? []) {
      if (isGroupName(name)) continue
      const match = matchAgency(`县${name}`, full)
      expect([match.agencyId, ...match.candidates.map((c) => c.agencyId)]).toContain(agency.id)
    }
})
