import { type Role, roleLines, roleTitles } from '#kernel/actor.ts'
import type { SheetLine } from '#kernel/registry/compare-rows.ts'
import type { Change } from '#kernel/registry/record-view.ts'
import { accountErrors } from './errors.ts'
import { findConflict, type Held, mandateTitle } from './mandate.ts'
import { readPeople, type SheetPerson } from './people-sheet.ts'
import { readRole, roleNames } from './role-words.ts'
import { Username } from './user.ts'

/** A duty somebody has or has asked for. */
export interface Duty {
  role: Role
  agencyId: string | null
  title: string
}

/** Somebody a row of the sheet may mean: with an account, or named by a row above. */
export interface KnownPerson {
  userId: string
  username: string
  name: string
  post: string | null
  phone: string | null
  duties: readonly Duty[]
  isDisabled?: boolean
  /** Of one without an account: the row that names them first. */
  row?: number
}

/** What of the county a sheet is compared with. */
export interface PeopleSetting {
  people: readonly KnownPerson[]
  /** What is held and no more asked for: who keeps the house does nothing besides. */
  held: readonly Held[]
  findAgency(name: string): { id: string; name: string } | { problem: string }
  isTaken(username: string): boolean
  /** How a name is spelled: zhangsan. */
  spell(name: string): string
  newId(): string
}

/** What a row gives one of its people: an account, a duty, or something known of them. */
export interface PersonChange {
  userId: string
  username: string
  name: string
  post: string | null
  phone: string | null
  /** Null where they have it already. */
  role: Role | null
  agencyId: string | null
}

export interface ComparedPerson {
  row: number
  part: number
  name: string
  outcome: 'added' | 'changed' | 'unchanged' | 'bad'
  values: PersonChange | null
  changes: Change[]
  reasons: string[]
  warnings: string[]
}

/** What each row of an office's list of people would do. Rows are read from above: the second duty of a person is added to the first. */
export function comparePeople(lines: readonly SheetLine[], setting: PeopleSetting): ComparedPerson[] {
  const known = [...setting.people]
  return lines.flatMap((line) => {
    const { people, problems } = readPeople(line)
    const name = (line.cells['name'] ?? '').trim()
    if (problems.length > 0) return [{ ...nothing, row: line.row, part: 0, name, reasons: problems }]
    const each = people.flatMap((person) => person.roles.map((written) => ({ person, written })))
    return each.map(({ person, written }, part) => {
      const compared = compareDuty({ person, written, row: line.row }, known, setting)
      // Of several in a row it is said who is meant.
      const reasons = compared.reasons.map((reason) => (people.length > 1 ? `${person.name}：${reason}` : reason))
      return { ...compared, reasons, row: line.row, part, name: person.name }
    })
  })
}

const nothing = { outcome: 'bad' as const, values: null, changes: [], reasons: [], warnings: [] }

interface Asked {
  person: SheetPerson
  written: string
  row: number
}

type Compared = Omit<ComparedPerson, 'row' | 'part' | 'name'>

const refuse = (reason: string): Compared => ({ ...nothing, changes: [], warnings: [], reasons: [reason] })

function compareDuty(asked: Asked, known: KnownPerson[], setting: PeopleSetting): Compared {
  const { person, written, row } = asked
  const duty = dutyOf(person, written, setting)
  if ('problem' in duty) return refuse(duty.problem)
  const who = whoIs(person, duty, { known, setting })
  if ('problem' in who) return refuse(who.problem)
  const before = who.person
  const username = before?.username ?? proposeUsername(person, known, setting)
  if (username === null) return refuse(`“${person.name}”拼不出用户名，请在“用户名”一栏填写。`)
  const userId = before?.userId ?? setting.newId()
  const conflict = findConflict({ userId, name: person.name, role: duty.role }, setting.held)
  if (conflict) return refuse(accountErrors.mixedDuties({ ...conflict, role: roleTitles[conflict.role] }).message)
  const warnings = [
    ...who.warnings,
    ...sharedNumber(person, userId, known),
    ...(before?.isDisabled ? [`${person.name}的账号已停用，启用以后才能登录。`] : []),
  ]
  const after: KnownPerson = {
    ...(before ?? { row }),
    userId,
    username,
    name: person.name,
    post: person.post ?? before?.post ?? null,
    phone: person.phone ?? before?.phone ?? null,
    duties: [...(before?.duties ?? []), duty],
  }
  const isNewDuty = !before?.duties.some((one) => one.role === duty.role && one.agencyId === duty.agencyId)
  if (isNewDuty || !before) replace(known, after)
  return { ...outcomeOf({ before, after, duty, isNewDuty, written }), reasons: [], warnings }
}

function replace(known: KnownPerson[], after: KnownPerson): void {
  const at = known.findIndex(({ userId }) => userId === after.userId)
  if (at < 0) known.push(after)
  else known[at] = after
}

interface Outcome {
  before: KnownPerson | null
  after: KnownPerson
  duty: Duty
  isNewDuty: boolean
  written: string
}

function outcomeOf({ before, after, duty, isNewDuty, written }: Outcome) {
  const { userId, username, name, post, phone } = after
  const given = isNewDuty ? duty : { role: null, agencyId: null }
  const values = { userId, username, name, post, phone, role: given.role, agencyId: given.agencyId }
  // What was read into a word of the office's own is said beside it.
  const title = written === roleTitles[duty.role] ? duty.title : `${duty.title}（表中写“${written}”）`
  if (!before) {
    const changes = [
      { label: '用户名', before: '', after: username },
      { label: '身份', before: '', after: title },
      { label: '职务', before: '', after: post ?? '' },
      { label: '手机号', before: '', after: phone ?? '' },
    ].filter(({ after: said }) => said !== '')
    return { outcome: 'added' as const, values, changes }
  }
  const titles = before.duties.map((one) => one.title)
  const changes = [
    ...(isNewDuty ? [{ label: '身份', before: titles.join('；'), after: [...titles, title].join('；') }] : []),
    { label: '职务', before: before.post ?? '', after: post ?? '' },
    { label: '手机号', before: before.phone ?? '', after: phone ?? '' },
  ].filter((change) => change.before !== change.after)
  if (changes.length === 0) return { outcome: 'unchanged' as const, values: null, changes }
  return { outcome: 'changed' as const, values, changes }
}

function dutyOf(person: SheetPerson, written: string, setting: PeopleSetting): Duty | { problem: string } {
  const role = readRole(written, person.agency !== null)
  if (role === 'kept') return { problem: `“${written}”属三员，不能从表格导入。请在“账号”页逐个新建。` }
  if (role === null) return { problem: `角色“${written}”不认识，请从这些里选：${roleNames}。` }
  if (person.agency === null)
    return roleLines[role].forCounty
      ? { role, agencyId: null, title: mandateTitle(role, null) }
      : { problem: accountErrors.agencyRequired({ role: roleTitles[role] }).message }
  const agency = setting.findAgency(person.agency)
  return 'problem' in agency ? agency : { role, agencyId: agency.id, title: mandateTitle(role, agency.name) }
}

interface Around {
  known: readonly KnownPerson[]
  setting: PeopleSetting
}

type Who = { person: KnownPerson | null; warnings: string[] } | { problem: string }

const found = (person: KnownPerson | null, ...warnings: string[]): Who => ({ person, warnings })

/** Whom a row means: by username; else by name and number; else by name and agency. Of two answers none is chosen. */
function whoIs(person: SheetPerson, { agencyId }: Duty, { known, setting }: Around): Who {
  const { name, phone, username } = person
  if (username !== null) {
    const holder = known.find((one) => one.username === username)
    if (holder)
      return holder.name === name
        ? found(holder)
        : { problem: `用户名“${username}”是${holder.name}的，与“${name}”对不上。请改用户名或姓名。` }
    return setting.isTaken(username) ? { problem: accountErrors.usernameTaken({ username }).message } : found(null)
  }
  const namesakes = known.filter((one) => one.name === name)
  const called = phone === null ? undefined : namesakes.find((one) => one.phone === phone)
  if (called) return found(called)
  // Two who are called by different mobiles are two.
  const possible = namesakes.filter((one) => !isMobile(phone) || !isMobile(one.phone))
  const here = possible.filter(({ duties }) => duties.some((duty) => duty.agencyId === agencyId))
  const [only, another] = here
  if (only && !another) return found(only)
  const [other] = possible
  if (other) return { problem: unclear(person, other) }
  return found(null, ...namesakes.map((one) => `与${calledIn(one)}同名而手机号不同，按另一个人新建账号。`))
}

/** A desk's number is several people's. */
const isMobile = (phone: string | null): boolean => phone !== null && /^1\d{10}$/.test(phone)

const calledIn = ({ row, username, duties }: KnownPerson): string =>
  (row === undefined ? `已有账号 ${username}` : `第 ${row} 行`) + `（${duties.map(({ title }) => title).join('；')}）`

const unclear = ({ name }: SheetPerson, other: KnownPerson): string =>
  other.row === undefined
    ? `与${calledIn(other)}同名，看不出是不是同一人。是同一人的，在“用户名”栏写 ${other.username}；不是的，在姓名后注明，如“${name}（县医院）”。`
    : `与${calledIn(other)}同名，看不出是不是同一人。请两行都写手机号：相同的算一人，不同的算两人。`

function sharedNumber({ name, phone }: SheetPerson, userId: string, known: readonly KnownPerson[]): string[] {
  const other = !isMobile(phone) ? undefined : known.find((one) => one.phone === phone && one.name !== name)
  return other && other.userId !== userId
    ? [`${name}的手机号 ${phone} 与${other.name}（${other.username}）相同，请核对。`]
    : []
}

/** The name as it is spelled, with the first number nobody has. */
function proposeUsername(person: SheetPerson, known: readonly KnownPerson[], { spell, isTaken }: PeopleSetting) {
  if (person.username !== null) return person.username
  const base = spell(person.name.replace(/[（(].*$/, '')).slice(0, 24)
  if (!Username.safeParse(base).success) return null
  const isFree = (username: string) => !isTaken(username) && !known.some((one) => one.username === username)
  for (let count = 1; ; count++) {
    const proposed = count === 1 ? base : `${base}${count}`
    if (isFree(proposed)) return proposed
  }
}
