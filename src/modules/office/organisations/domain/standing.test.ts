import { expect, test } from 'vitest'
import { anAgency } from './agency.fixture.ts'
import { AgencyKind } from './agency.ts'
import { guessKind } from './agency-kind.ts'
import { kindStandings } from './standing.data.ts'
import { addressedIn, standingOf, voiceOf, type Writer } from './standing.ts'

const divisions: Writer['divisions'] = [
  { code: '470326', name: '澄禾县' },
  { code: '470300', name: '泽宁市' },
  { code: '470000', name: '清江省' },
]
const by = (issuer: string): Writer => ({ issuer, voice: voiceOf(issuer), divisions })
const office = by('澄禾县人民政府办公室')
const named = (name: string, given = {}) => anAgency({ name, kind: guessKind(name), ...given })

test('who signs tells for whom it speaks', () => {
  const cases: [string, string][] = [
    ['澄禾县人民政府', 'county'],
    ['澄禾县人民政府办公室', 'county'],
    ['澄禾县委科技委员会办公室', 'county'],
    ['澄禾县创新型县建设工作领导小组办公室', 'county'],
    ['创新提升行动工作专班', 'county'],
    ['中共澄禾县委办公室', 'party'],
    ['中共澄禾县委', 'party'],
    ['澄禾县科学技术局', 'bureau'],
    ['澄禾经济开发区管理委员会', 'park'],
    ['澄禾高新区管委会', 'park'],
  ]
  for (const [issuer, voice] of cases) expect([issuer, voiceOf(issuer)]).toEqual([issuer, voice])
})

test('every kind of organ gets the paper that is due to it', () => {
  const cases: [string, string][] = [
    ['澄禾县财政局', 'below'],
    ['县发展和改革委员会', 'below'],
    ['县市场监督管理局', 'below'],
    ['青石镇人民政府', 'below'],
    ['城关街道办事处', 'below'],
    ['澄禾经济开发区管理委员会', 'below'],
    ['县融媒体中心', 'below'],
    ['国家税务总局澄禾县税务局', 'beside'],
    ['县税务局', 'beside'],
    ['中国人民银行澄禾县支行', 'beside'],
    ['国家金融监督管理总局澄禾监管支局', 'beside'],
    ['国网澄禾县供电公司', 'beside'],
    ['县气象局', 'beside'],
    ['县消防救援大队', 'beside'],
    ['县烟草专卖局', 'beside'],
    ['澄禾县人民法院', 'beside'],
    ['澄禾县人民检察院', 'beside'],
    ['县委组织部', 'beside'],
    ['县委编办', 'beside'],
    ['县委科技委员会办公室', 'beside'],
    ['县纪委监委', 'beside'],
    ['县人大常委会', 'beside'],
    ['县人大教科文卫委', 'beside'],
    ['县政协', 'beside'],
    ['县人武部', 'beside'],
    ['县科协', 'beside'],
    ['团县委', 'beside'],
    ['县总工会', 'beside'],
    ['澄禾农村商业银行股份有限公司', 'beside'],
    ['澄禾县城市建设投资集团', 'beside'],
    ['县优化营商环境领导小组', 'beside'],
    ['泽宁市科学技术局', 'beside'],
    ['市科技局', 'beside'],
    ['市生态环境局澄禾分局', 'below'],
    ['清江省科学技术厅', 'beside'],
    ['临川县人民政府', 'beside'],
    ['临川县科技局', 'beside'],
    ['邻水市发展和改革局', 'beside'],
    ['泽宁市人民政府', 'above'],
    ['泽宁市人民政府办公室', 'above'],
    ['中共泽宁市委', 'above'],
    ['清江省人民政府', 'above'],
    ['县委', 'above'],
    ['澄禾县人民政府', 'above'],
  ]
  for (const [name, standing] of cases) {
    const judged = standingOf(named(name), office)
    expect([name, judged.standing]).toEqual([name, standing])
    expect(judged.reason).not.toBe('')
  }
  expect(Object.keys(kindStandings).sort()).toEqual([...AgencyKind.options].sort())
})

test('what the register says by hand holds, and an agency of a division above is not judged by its own register', () => {
  expect(standingOf(named('县城投集团', { standing: 'below' }), office)).toEqual({
    standing: 'below',
    reason: '单位名录中选定',
  })
  expect(standingOf(named('市财政局', { divisionCode: '470300', standing: 'below' }), office).standing).toBe('beside')
})

test('a department asks its peers and petitions the bureau it answers to; the party leads its own organs', () => {
  const bureau = by('澄禾县科学技术局')
  const standings = (writer: Writer, ...names: string[]) =>
    names.map((name) => standingOf(named(name), writer).standing)
  expect(standings(bureau, '县财政局', '青石镇人民政府', '市科技局', '市财政局', '县人民政府')).toEqual([
    'beside', 'beside', 'above', 'beside', 'above',
  ]) // biome-ignore format: one list
  expect(standings(by('中共澄禾县委办公室'), '县委组织部', '县科协', '县财政局', '县人大常委会', '县税务局', '市委')).toEqual([
    'below', 'below', 'below', 'beside', 'beside', 'above',
  ]) // biome-ignore format: one list
})

test('a park orders what is its own and asks what is the county’s', () => {
  const park = by('澄禾经济开发区管理委员会')
  const standings = [
    '经济发展局',
    '澄禾经济开发区科技创新局',
    '县财政局',
    '澄禾县人民政府',
    '国家税务总局澄禾县税务局',
  ].map((name) => standingOf(named(name), park).standing)
  expect(standings).toEqual(['below', 'below', 'beside', 'above', 'beside'])
})

test('a group of like standing is addressed by its name, a mixed one is taken apart', () => {
  const [finance, tax, town] = [named('县财政局'), named('县税务局'), named('青石镇人民政府')]
  const towns = anAgency({ name: '各乡镇', kind: 'group', memberIds: [town.id] })
  const mixed = anAgency({ name: '财税单位', kind: 'group', memberIds: [tax.id, finance.id] })
  const byId = new Map([finance, tax, town, towns, mixed].map((one) => [one.id, one]))
  expect(addressedIn(towns, byId, office).map(({ standing, names }) => [standing, names])).toEqual([
    ['below', ['各乡镇']],
  ])
  expect(addressedIn(mixed, byId, office).map(({ standing, names }) => [standing, names])).toEqual([
    ['below', ['县财政局']],
    ['beside', ['县税务局']],
  ])
})
