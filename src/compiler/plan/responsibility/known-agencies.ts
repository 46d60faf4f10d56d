import { wordsOf } from '../../words/segment.ts'
import { allMatches } from '../text/all-matches.ts'
import { COUNTED } from '../text/counted.ts'
import { endsAsAgency } from './agency-shape.ts'
import { type Mention, mentionAs } from './parse-clause.ts'

/** Names a register bears, and the shape of others, ready to be found in running words. */
export interface KnownNames {
  runs: RegExp
  one: RegExp
}

const SHORTEST = 3
const JOIN = '[、/]|和|及|与|以及|会(?=[省市县区州])'
/** Where a name stands that acts: at the beginning of a clause, behind words of charging, an item's mark or a dash. */
const STANDS = `(?<=^|[,;:。\\s>—→●•·*√)①-⑳-]|\\d[.、]\\s?|(?<![理自事因])由|(?<![申邀提聘])请|责成|委托|要求|督促|会同|联合|后由|(?:牵头|负责|主办)、|(?:会议|原则|一致)(?:要求|明确|议定|决定|确定|同意)|${COUNTED})`
const LEVEL = '[省市县区州]'
const LEADING_LEVEL = new RegExp(`^${LEVEL}`)
const EVERY_TOWN = '各[县市区]?(?:乡镇|镇街|街道)'
const ESCAPED = /[\\^$.*+?()[\]{}|]/g

/**
 * What is an agency by its level and its last characters, in any county: 县气象局, 石桥镇; the shortest that is one, so that
 * 县发改局协调供电公司 is 县发改局.
 */
const SHAPED = `${LEVEL}(?![级直属内外域城])(?:(?![由请的将把对于要向给])[一-龥]){1,12}?(?:局|委员会|管委会|人民政府|办公室|委|镇|乡|街道)|(?!各|重点|中心|建制|示范|每个)[一-龥]{2}[镇乡](?![村镇容])|(?![各本该])(?:(?![由请的将把对于要向给会和与及省市县区])[一-龥]){2,4}(?<![格布结开全大])局(?![面势部限])`

/** The names as people at a table say them: 县科技局 is 科技局 too, and 科技局 县科技局; of two characters none is told from a word. */
export function knownNames(names: readonly string[]): KnownNames {
  const said = names.flatMap((given) => {
    const name = given.normalize('NFKC')
    const bare = LEADING_LEVEL.test(name) ? name.slice(1) : name
    const whole = bare.length >= SHORTEST ? bare : name
    return whole.length < SHORTEST ? [] : [(whole === bare ? `${LEVEL}?` : '') + whole.replace(ESCAPED, '\\$&')]
  })
  const longestFirst = [...new Set(said)].sort((a, b) => b.length - a.length)
  const name = `(?:${[...longestFirst, SHAPED].join('|')})`
  const next = `(?:${name}|${EVERY_TOWN})`
  return {
    runs: new RegExp(`${STANDS}(?<names>${name}(?:(?:${JOIN})${next})*)(?:等(?:有关|相关|责任)?(?:部门|单位)?)?`, 'g'),
    one: new RegExp(next, 'g'),
  }
}

const CHARGES = /(?:由|请|责成|委托|要求|督促|会同|联合)$/
const SUPPORTS = /会同$|联合$/
/** Words of one who reports, attends or answers, not of one who is told to do something; 县科技局的方案 tells nobody either. */
const TELLS =
  /^(?:主要|有关)?(?:负责(?:人|同志)|局长|主任|书记|领导|同志)|^的(?!同志)|^(?:提出|拟定|起草|报送|上报|提交|制定|申报|承办)的|^[^,;。]{0,8}(?:汇报|通报|介绍|反映)了|^作了?[^,;。]{0,8}(?:汇报|发言|介绍)|^(?:汇报|参加|出席|列席|参会|发言|表态|表示|认为|建议|已|前[一二三两]季度)|参加(?:会议)?[。;,]?$/
const SAID_TO = /^(?:你们|你[局委办镇乡]|的同志[^,;。]{0,8},(?=你们|请))/
const WHEN = /^\s?(?:\d{1,2}[月日号]|20\d\d年|[本下这今明]|[月年][底末内]|会后)/

/** Whether what follows a name is what it is to do: a verb, or what leads to one. */
function acts(rest: string): boolean {
  if (TELLS.test(rest)) return false
  if (WHEN.test(rest) || SAID_TO.test(rest) || /^\s?:(?=.)/.test(rest)) return true
  const [first, second] = wordsOf(rest.slice(0, 16))
  if (first === undefined) return false
  return 'vdptfrm'.includes(first.is) || (first.is === 'w' && !endsAsAgency(second?.text ?? ''))
}

function roleOf(before: string, rest: string): Mention['role'] {
  const says = /^[^,;。]{0,6}/.exec(rest)?.[0] ?? ''
  if (SUPPORTS.test(before) || /配合|协助|参与|参加/.test(says)) return 'support'
  return /牵头|会同|联合/.test(says) ? 'lead' : 'responsible'
}

/** Behind a dash or a colon stands who does what stands before it: 服务站验收——科技局,10月底前. */
const isBehind = (before: string, rest: string): boolean => /[:—→>-]\s?$/.test(before) && /^(?:[,;。]|$)/.test(rest)

/** Agencies told to do something, with any verb: what is surely a name needs no word of a list behind it. */
export function knownAgencies(text: string, { runs, one }: KnownNames): Mention[] {
  return allMatches(runs, text).flatMap((found) => {
    const before = text.slice(0, found.index)
    const rest = text.slice(found.index + found[0].length)
    if (
      !acts(rest) &&
      !isBehind(before, rest) &&
      !(CHARGES.test(before) && !TELLS.test(rest) && /^(?:$|[,;。、])/.test(rest))
    )
      return []
    const role = roleOf(before, rest)
    return allMatches(one, found.groups?.names ?? '').map(({ index, 0: name }) => {
      const start = found.index + index
      return mentionAs({ start, end: start + name.length, marked: null }, role)
    })
  })
}
