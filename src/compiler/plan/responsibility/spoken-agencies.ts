import { wordsOf } from '../../words/segment.ts'
import { allMatches } from '../text/all-matches.ts'
import type { Range } from '../text/reading-text.ts'
import { endsAsAgency, looksLikeAgency } from './agency-shape.ts'
import { type Mention, mentionAs } from './parse-clause.ts'
import {
  ACTS,
  AGREES,
  CHARGES,
  DEEDS,
  EVERY,
  JOINS,
  LEADS,
  NAME_GOES_ON,
  NO_NAME,
  PERSON,
  PROPOSES,
  STANDS,
  STRONG,
  SUPPORTS,
  TELLS,
  URGES,
  WHEN,
  WITH,
} from './spoken-words.data.ts'

/**
 * Agencies told to do something in running words, as minutes and speeches do it: 县科技局要……, 由县科技局牵头、会同县财政局……,
 * 请县财政局于……. A name counts where one stands that acts and what follows it is what is to be done: any verb behind a name of the
 * register or one with its level and a last character only agencies have, words of duty behind whatever else is shaped like a name.
 */

/** Names a register bears, by their first two characters, the longest first. */
export type KnownNames = ReadonlyMap<string, readonly string[]>

const SHORTEST = 3
const LONGEST = 18
const LEVELS = '省市县区州乡镇'

/** The names as people at a table say them: 县科技局 is 科技局 too, and 科技局 县科技局; of two characters none is told from a word. */
export function knownNames(names: readonly string[]): KnownNames {
  const said = names.flatMap((given) => {
    const name = given.normalize('NFKC')
    const bare = LEVELS.includes(name[0] ?? '') ? name.slice(1) : name
    if (bare.length < SHORTEST) return name.length < SHORTEST ? [] : [name]
    return [bare, ...[...LEVELS].map((level) => level + bare)]
  })
  const byBeginning = new Map<string, string[]>()
  for (const name of [...new Set(said)].sort((a, b) => b.length - a.length)) {
    const key = name.slice(0, 2)
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), name])
  }
  return byBeginning
}

/** One name of a run, and whether it is an agency beyond doubt. */
interface Name extends Range {
  sure: boolean
  person: boolean
}

/** Names side by side that act together, with what stands before and behind them. */
export interface Run extends Range {
  mentions: Mention[]
  /** It only helps whoever is named before it. */
  helps: boolean
}

/** Ends a name may have that begins here, the likeliest first: of the register, a person's, the shortest that is an agency beyond doubt, then what is only shaped like one. */
function namesAt(text: string, at: number, known: KnownNames): Name[] {
  const listed = known.get(text.slice(at, at + 2))?.find((name) => text.startsWith(name, at))
  const found: Name[] = listed ? [{ start: at, end: at + listed.length, sure: true, person: false }] : []
  PERSON.lastIndex = at
  const person = PERSON.exec(text)?.[0].replace(/同志$/, '')
  if (person) found.push({ start: at, end: at + person.length, sure: false, person: true })
  const stop = /[^一-龥()]/.exec(text.slice(at, at + LONGEST))?.index ?? LONGEST
  for (let length = 2; length <= stop; length++) {
    const name = text.slice(at, at + length)
    if (!(endsAsAgency(name) || EVERY.test(name)) || !looksLikeAgency(name) || NO_NAME.test(name)) continue
    // 县政府办, 县委县政府督查室, 县纪委监委: a name that goes on is not at its end.
    NAME_GOES_ON.lastIndex = at + length
    if (NAME_GOES_ON.test(text)) continue
    const sure = STRONG.test(name) && (LEVELS.includes(name[0] ?? '') || !/^[各本该有相]/.test(name))
    found.push({ start: at, end: at + length, sure, person: false })
  }
  return [
    ...found.filter(({ sure, person }) => sure || person),
    ...found.filter(({ sure, person }) => !sure && !person),
  ]
}

/** Whether what follows a run is what it is to do. */
function acts(rest: string, { sure, person, opens }: Name & { opens: boolean }, charged: boolean): boolean {
  if (TELLS.test(rest) || (person && rest.startsWith('提出'))) return false
  if (charged && /^(?:$|[,;。、)])/.test(rest)) return true
  if (!person && /^\s?:(?=.)/.test(rest)) return sure || opens
  if (ACTS.test(rest) || ((sure || charged) && (WHEN.test(rest) || DEEDS.test(rest)))) return true
  const [first, second] = wordsOf(rest.slice(0, 16))
  if (first === undefined || person || !(sure || charged)) return false
  if (charged && sure) return !'us'.includes(first.is)
  return (
    'vdptfr'.includes(first.is) ||
    (first.is === 'w' && !(second && second.text.length > 1 && endsAsAgency(second.text)))
  )
}

/** The names of the run that begins here, up to one behind which it is told what to do; none where nobody is. */
function runAt(
  text: string,
  at: number,
  { known, charged, sure }: { known: KnownNames; charged: boolean; sure: boolean },
): Name[] {
  for (const name of namesAt(text, at, known)) {
    const rest = text.slice(name.end).replace(name.person ? /^同志/ : '', '')
    const opens = at === 0 && `${LEVELS}各`.includes(text[0] ?? '')
    const whole = { ...name, sure: name.sure || sure, opens }
    if (AGREES.test(text.slice(0, at)) && PROPOSES.test(rest)) return [name]
    JOINS.lastIndex = name.end
    const join = JOINS.exec(text)?.[0]
    const others = join === undefined ? [] : runAt(text, name.end + join.length, { known, charged, sure: whole.sure })
    if (others.length > 0) return [name, ...others]
    if (acts(rest.replace(/^等(?:有关|相关|责任)?(?:部门|单位)?/, ''), whole, charged) || isBehind(text, name))
      return [name]
  }
  return []
}

/** Behind a dash or a colon stands who does what stands before it: 服务站验收——科技局,10月底前; alone on a line, who does what follows. */
function isBehind(text: string, { start, end, sure }: Name): boolean {
  const rest = text.slice(end)
  return (
    sure &&
    ((start === 0 && /^:?$/.test(rest)) || (/[:—→>-]\s?$/.test(text.slice(0, start)) && /^(?:[,;。]|$)/.test(rest)))
  )
}

const saysOf = (rest: string): string => /^[^,;。]{0,16}/.exec(rest)?.[0] ?? ''

function roleOf(before: string, rest: string): Mention['role'] {
  if (WITH.test(before) || SUPPORTS.test(saysOf(rest))) return 'support'
  return LEADS.test(rest) ? 'lead' : 'responsible'
}

/** 由A牵头与B协商, A商B研究: the other side of a talk answers for nothing, who is consulted helps. */
function mentionsOf(text: string, names: readonly Name[], role: Mention['role']): Mention[] {
  const rest = text.slice(names.at(-1)?.end ?? 0)
  const joinBefore = ({ start }: Name) => text[start - 1] ?? ''
  const own = /^(?:协商|对接|签|沟通|见面|合作|洽谈)/.test(rest)
    ? names.filter((one, i) => i === 0 || joinBefore(one) !== '与')
    : names
  const asks = own.findIndex((one, i) => i > 0 && /[会商]/.test(joinBefore(one)))
  return own.map(({ start, end }, i) =>
    mentionAs({ start, end, marked: null }, asks < 0 ? role : i < asks ? 'lead' : 'support'),
  )
}

/**
 * @param text one sentence in reading form; offsets are into it, runs follow each other
 * @param known names of a register, told before any is guessed by its shape
 */
export function spokenRuns(text: string, known: KnownNames): Run[] {
  const runs: Run[] = []
  for (const { index } of allMatches(STANDS, text)) {
    const [above, before] = [runs.at(-1), text.slice(0, index)]
    if (above && (index < above.end || (URGES.test(before) && !text.slice(above.end, index).includes(',')))) continue
    const names = runAt(text, index, { known, charged: CHARGES.test(before), sure: false })
    const last = names.at(-1)
    if (!last) continue
    const role = roleOf(before, text.slice(last.end))
    runs.push({ start: index, end: last.end, mentions: mentionsOf(text, names, role), helps: role === 'support' })
  }
  return runs
}
