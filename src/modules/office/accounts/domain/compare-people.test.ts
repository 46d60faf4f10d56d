import { describe, expect, test } from 'vitest'
import { roleTitles } from '#kernel/actor.ts'
import { comparePeople, type KnownPerson, type PeopleSetting } from './compare-people.ts'

const agencies: Readonly<Record<string, string>> = {
  县科技局: '澄禾县科学技术局',
  原县科委: '澄禾县科学技术局',
  县财政局: '澄禾县财政局',
}
const spelled: Readonly<Record<string, string>> = { 张三: 'zhangsan', 李四: 'lisi', 王五: 'wangwu', 单一: 'shanyi' }

const liSi: KnownPerson = {
  userId: 'li',
  username: 'lisi',
  name: '李四',
  post: null,
  phone: '13900000002',
  duties: [{ role: 'reporter', agencyId: '澄禾县科学技术局', title: '澄禾县科学技术局 · 填报员' }],
}

function setting(people: readonly KnownPerson[] = [], taken: readonly string[] = []): PeopleSetting {
  let count = 0
  return {
    people,
    held: [{ userId: 'admin', username: 'admin', name: '贺安澜', role: 'administrator' }],
    findAgency: (name) => {
      const found = agencies[name]
      return found === undefined ? { problem: `没有${name}` } : { id: found, name: found }
    },
    isTaken: (username) => taken.includes(username) || people.some((one) => one.username === username),
    spell: (name) => spelled[name] ?? '',
    newId: () => `new${++count}`,
  }
}

const heads = ['name', 'agency', 'post', 'role', 'phone', 'username']
const compare = (rows: readonly string[][], around = setting()) =>
  comparePeople(
    rows.map((cells, i) => ({
      row: i + 2,
      cells: Object.fromEntries(cells.map((cell, at) => [heads[at] ?? '', cell])),
      problems: [],
    })),
    around,
  )
const first = (...cells: string[]) => compare([cells])[0]

describe('what a cell says', () => {
  test('several people in one cell have each their number and their post, or one for all', () => {
    const rows = compare([
      ['张 三、李四\n王五', '县科技局', '股长', '联络员', '13900000001 139-0000-0002；+86 13900000003', ''],
    ])
    expect(rows.map(({ part, values }) => [part, values?.name, values?.phone, values?.post, values?.role])).toEqual([
      [0, '张三', '13900000001', '股长', 'reporter'],
      [1, '李四', '13900000002', '股长', 'reporter'],
      [2, '王五', '13900000003', '股长', 'reporter'],
    ])
    expect(compare([['张三 李四', '县科技局', '', '填报人、审核人', '']]).map(({ values }) => values?.role)).toEqual([
      'reporter',
      'reviewer',
    ])
  })

  test('of several in a row it is said who cannot be taken', () => {
    const [good, bad] = compare([['张三、甲', '县科技局', '', '填报员']])
    expect(good).toMatchObject({ outcome: 'added' })
    expect(bad?.reasons).toEqual(['甲：“甲”拼不出用户名，请在“用户名”一栏填写。'])
  })

  test.each([
    ['13900000001', '13900000001'],
    ['13900000001.0', '13900000001'],
    ['139 0000 0001', '13900000001'],
    ['１３９００００００００１', null],
    ['１３９００００００１', null],
    ['+86-139-0000-0001', '13900000001'],
    ['0717-1234567', '0717-1234567'],
    ['(0717)1234567', '0717-1234567'],
    ['', null],
  ])('a number as offices write it: %s', (written, phone) => {
    const row = first('张三', '县科技局', '', '填报员', written)
    if (phone === null && written !== '') expect(row?.reasons[0]).toContain('电话写成')
    else expect(row?.values?.phone).toBe(phone)
  })

  test.each([
    ['填报人', '县科技局', 'reporter'],
    ['联 络 员', '县科技局', 'reporter'],
    ['审核人（股室负责人）', '县科技局', 'reviewer'],
    ['分管领导', '县科技局', 'agencyHead'],
    ['分管领导', '', 'leader'],
    ['县级领导', '', 'leader'],
    ...Object.entries(roleTitles)
      .filter(([role]) => !/dministrator/.test(role))
      .map(([role, title]) => [title, '县科技局', role]),
  ])('a role in the words of the office: %s of %s', (written, agency, role) => {
    expect(first('张三', agency, '', written)).toMatchObject({ outcome: 'added', values: { role } })
  })

  test.each([
    [['张三', '县科技局', '', ''], '没有写角色'],
    [['张三', '县科技局', '', '打杂'], '角色“打杂”不认识，请从这些里选：专班办公室'],
    [['张三', '', '', '填报员'], '须属于一个单位'],
    [['张三', '水利厅', '', '填报员'], '没有水利厅'],
    [['张三', '县科技局', '', '系统管理员'], '属三员'],
    [['贺安澜', '', '', '观察员', '', 'heanlan'], '三员不能兼办'],
    [['张三、李四', '县科技局', '', '填报员', '13900000001'], '一格里写了 2 个人，手机号有 1 个'],
    [['张三', '县科技局', '', '填报员', '13900000001、13900000002'], '一格里写了 1 个人，手机号有 2 个'],
    [['张三', '县科技局', '', '填报员', '1.39E+10'], '电话写成'],
    [['A', '县科技局', '', '填报员'], '拼不出用户名'],
    [['', '县科技局', '', '填报员'], '没有姓名'],
    [['张三', '县科技局', '', '填报员', '', 'a b/c'], '对不上'],
    [['张三', '县科技局', '', '填报员', '', '张<三>'], '用户名用 2 至 30 个'],
  ])('what cannot be taken says what to do: %j', (cells, sentence) => {
    const row = compare([cells])[0]
    expect(row).toMatchObject({ outcome: 'bad', values: null })
    expect(row?.reasons.join()).toContain(sentence)
  })
})

describe('whom a row means', () => {
  test('usernames are proposed so that nobody has them: in the house and in the sheet', () => {
    const rows = [
      ['张三', '县科技局', '', '填报员', '13900000001'],
      ['张三', '县财政局', '', '填报员', '13900000009'],
      ['单一', '县财政局', '', '填报员'],
    ]
    const compared = compare(rows, setting([], ['zhangsan', 'shanyi']))
    expect(compared.map(({ values }) => values?.username)).toEqual(['zhangsan2', 'zhangsan3', 'shanyi2'])
    expect(compared[1]?.warnings[0]).toContain('同名而手机号不同')
  })

  test('the same person twice is one with two duties: by number, or by agency where a number is missing', () => {
    const [account, duty, again] = compare([
      ['张三', '县科技局', '', '填报员', '13900000001'],
      ['张三', '县财政局', '', '审核人', '139 0000 0001'],
      ['张三', '原县科委', '', '联络员'],
    ])
    expect(account).toMatchObject({ outcome: 'added', values: { userId: 'new1' } })
    expect(duty).toMatchObject({
      outcome: 'changed',
      values: { userId: 'new1', role: 'reviewer' },
      changes: [
        {
          before: '澄禾县科学技术局 · 填报员',
          after: '澄禾县科学技术局 · 填报员；澄禾县财政局 · 牵头单位审核员（表中写“审核人”）',
        },
      ],
    })
    expect(again).toMatchObject({ outcome: 'unchanged' })
    const [, unclear] = compare([
      ['张三', '县科技局', '', '填报员'],
      ['张三', '县财政局', '', '填报员'],
    ])
    expect(unclear?.reasons[0]).toContain('第 2 行（澄禾县科学技术局 · 填报员）同名，看不出是不是同一人')
  })

  test('somebody already there gets a duty and keeps what a blank cell does not say', () => {
    const around = setting([liSi])
    const [same, other, doubtful, named] = compare(
      [
        ['李四', '县科技局', '', '填报人'],
        ['李四', '县财政局', '副局长', '分管领导', '13900000002'],
        ['李四', '县财政局', '', '填报员'],
        ['李四', '县财政局', '', '填报员', '', 'LISI'],
      ],
      around,
    )
    expect(same).toMatchObject({ outcome: 'unchanged' })
    expect(other).toMatchObject({
      outcome: 'changed',
      values: { userId: 'li', role: 'agencyHead', phone: '13900000002', post: '副局长' },
      changes: [{ label: '身份' }, { label: '职务', before: '', after: '副局长' }],
    })
    expect(doubtful).toMatchObject({ outcome: 'changed', values: { role: 'reporter' } })
    expect(named).toMatchObject({ outcome: 'unchanged' })
    const [alone] = compare([['李四', '县财政局', '', '填报员']], around)
    expect(alone?.reasons[0]).toContain('在“用户名”栏写 lisi')
    const [wrong] = compare([['王五', '县财政局', '', '填报员', '', 'lisi']], around)
    expect(wrong?.reasons[0]).toContain('用户名“lisi”是李四的')
  })
})
