import { z } from 'zod'
import { fieldsOf } from '#kernel/fields.ts'
import { type SheetLine, sheetColumns } from '#kernel/registry/compare-rows.ts'
import { text } from '#kernel/registry/kinds.ts'
import { roleNames } from './role-words.ts'
import { User, Username } from './user.ts'

/** A row of the sheet an office keeps of its people, in the order of the template. */
const PersonRow = z.object({
  name: text('姓名', { most: 60, aliases: ['人员', '人员姓名', '姓名全称', '名字'], width: 14 }),
  agency: text('单位', {
    aliases: ['所在单位', '工作单位', '单位名称', '部门', '责任单位'],
    help: '全称、简称、曾用名都可以；县领导等不属于某一单位的留空',
    width: 30,
  }).nullable(),
  post: User.shape.post,
  role: text('角色', {
    aliases: ['身份', '承担角色', '系统角色', '用户角色', '分工', '职责', '工作角色'],
    help: `${roleNames}；一人有几个角色的用顿号分开，或写成几行`,
  }),
  phone: User.shape.phone.meta({ ...User.shape.phone.meta(), help: '手机号或座机，同名的人靠手机号区分' }),
  username: Username.nullable().meta({
    label: '用户名',
    aliases: ['账号', '登录名', '用户账号'],
    help: '留空则按姓名拼音拟定；已有账号的人填原用户名最稳妥',
  }),
})

export const personFields = fieldsOf(PersonRow)
export const personKeys = ['name', 'role'] as const
export const personColumns = sheetColumns(personFields, personKeys)

/** Somebody a row names, with the duties it gives them. */
export interface SheetPerson {
  name: string
  /** As it is written; null for the county's own duties. */
  agency: string | null
  post: string | null
  phone: string | null
  username: string | null
  /** As they are written. */
  roles: readonly string[]
}

/** The people of a row, or why it cannot be read. */
export interface ReadLine {
  people: SheetPerson[]
  problems: string[]
}

const joints = /[、，,；;/／|｜\n\r]+/

const partsOf = (cell: string): string[] =>
  cell
    .split(joints)
    .map((part) => part.trim())
    .filter(Boolean)

/** 张三 李四 are two; 张 三 is one, spread to the width of three characters. */
function namesOf(cell: string): string[] {
  return partsOf(cell).flatMap((part) => {
    const words = part.split(/\s+/)
    const areNames = words.length > 1 && words.every((word) => /^[\p{Script=Han}·]{2,4}$/u.test(word))
    return areNames ? words : [part.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')]
  })
}

/** Numbers as offices write them: with blanks and dashes, with +86, as a figure. What is none stays as it stands. */
function phonesOf(cell: string): string[] {
  return partsOf(cell.normalize('NFKC')).flatMap((part) => {
    const digits = part.replace(/\.0+$/, '').replace(/[\s\-—()+.]/g, '')
    const mobiles = digits.match(/(?:86)?1\d{10}/g) ?? []
    if (mobiles.length > 0 && mobiles.join('') === digits) return mobiles.map((one) => one.slice(-11))
    return [part.replace(/\s/g, '').replace(/^\((0\d{2,3})\)/, '$1-')]
  })
}

/** One for each person, one for all of them, or none. */
function dealt(words: readonly string[], count: number): (string | null)[] | null {
  if (words.length === 0) return Array.from({ length: count }, () => null)
  if (words.length === count) return [...words]
  return words.length === 1 ? Array.from({ length: count }, () => words[0] ?? null) : null
}

const eachTheirOwn = (label: string, count: number, found: number) =>
  `一格里写了 ${count} 个人，${label}有 ${found} 个，对不上。请一人一行分开写。`

/** Reads the people out of a row: several in one cell, with as many numbers and posts, or one for all. */
export function readPeople({ cells, problems }: SheetLine): ReadLine {
  const cell = (name: keyof z.infer<typeof PersonRow>) => (cells[name] ?? '').trim()
  const said = [...problems]
  const names = namesOf(cell('name'))
  const many = names.length
  const phones = phonesOf(cell('phone'))
  const deal = (label: string, words: readonly string[], isShared: boolean): (string | null)[] => {
    const each = many === 1 && words.length > 1 && isShared ? [words.join('、')] : dealt(words, many)
    const isWrong = each === null || (!isShared && words.length > 0 && words.length !== many)
    if (isWrong) said.push(eachTheirOwn(label, many, words.length))
    return each ?? []
  }
  const [numbers, posts, usernames] = [
    deal('手机号', phones, false),
    deal('职务', partsOf(cell('post')), true),
    deal(
      '用户名',
      partsOf(cell('username')).map((word) => word.toLowerCase()),
      false,
    ),
  ]
  const roles = rolesOf(cell('role'), many, said)
  for (const [shape, words] of [
    [User.shape.name, names],
    [User.shape.phone, numbers],
    [User.shape.post, posts],
    [PersonRow.shape.username, usernames],
  ] as const)
    for (const word of words) said.push(...faultOf(shape, word))
  if (many === 0) said.push('没有姓名，请补上或删去这一行。')
  const people = names.map((name, i) => ({
    name,
    agency: cell('agency') || null,
    post: posts[i] ?? null,
    phone: numbers[i] ?? null,
    username: usernames[i] ?? null,
    roles: roles[i] ?? [],
  }))
  return { people, problems: said }
}

/** As many roles as people are one for each; otherwise everybody has all of them. */
function rolesOf(cell: string, many: number, said: string[]): SheetPerson['roles'][] {
  const words = partsOf(cell)
  if (words.length === 0) said.push(`没有写角色。请写${roleNames}之一。`)
  const isEach = many > 1 && words.length === many
  return Array.from({ length: many }, (_, i) => (isEach ? words.slice(i, i + 1) : words))
}

function faultOf(shape: z.ZodType, word: string | null): string[] {
  const issue = word === null ? undefined : shape.safeParse(word).error?.issues[0]
  if (!issue || word === null) return []
  return [`“${word.slice(0, 20)}”：${/[一-龥]/.test(issue.message) ? issue.message : '太长，请核对。'}`]
}
