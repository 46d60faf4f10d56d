import { characterTable } from '../text/character-table.ts'
import { CLOSES, ENCLOSING, OPENS } from '../text/marks.ts'
import { endsAsAgency } from './agency-shape.ts'

/** A name within the reading text, with the role it carries in a bracket of its own: 市科技局（牵头）. */
export interface AgencyRange {
  start: number
  end: number
  marked: 'lead' | 'support' | null
}

const SEPARATOR = characterTable('、,;。/')
/** First characters of the words that join the last name of a list. */
const JOINS = characterTable('和及与以并')
const CONJUNCTION = /(?:以及|和|及|与|并)/y
const GENERIC_TAIL =
  '(?:\\d+个|和|及|各|市级|省级|县级|区级|州级|市直|省直|县直|区直|州直|中省直|市属|市政府|省政府|县政府|区政府|政府|级|相关|有关|其他|行业|主管|职能|业务|责任|成员|涉及|直属|部门|单位|处室|科室|机构|企业|地区|地方|\\((?:单位|部门)\\)|〔(?:单位|部门)〕)*'
const ET_CETERA = new RegExp(`等${GENERIC_TAIL}$`)
/** 市水务局等水源保护责任部门: what kind of agencies the others are. */
const ET_CETERA_KIND = /等[^、,;等]{2,24}(?:部门|单位|企业|机构)$|等单位及各[^、,;]{1,8}$/
/** 各市, 各县: the level alone, the rest of the name follows after the comma: 各市、县（区）人民政府. */
const BARE_LEVEL =
  /^各(?:有关|相关)?(?:地级以上市|设区市|省|市|州|盟|县|区|旗|镇|乡|街)*(?:\([^()]*\)|〔[^〕]*〕)?$|^(?:省|市|州|县|区)$/
const LEVEL_FIRST =
  /^(?:自治)?(?:设区市|州|市|县|区|旗|盟|镇|乡|街道|街|村|办事处|管委会)(?![一-龥]*(?:局|委|办|中心)$)/
const MARKED =
  /[(〔](?:总?牵头(?:单位|部门|负责)?|主办|配合|协办|参与|(?:按(?:照)?(?:各自)?职责(?:分工)?|分别|共同)(?:负责|落实|推进|实施)?)[)〕]$/
/** 各有关部门和单位, 各县党委和政府: what follows 和 is no name by itself. */
const BARE_GROUP = /^(?:单位|部门|处室|(?:人民)?政府(?:[、,;]|$))/
const CITY = /^[一-龥]{1,3}[^局委办厅院会处室部社司署]$/
const EDGE_BEFORE = /^(?:[、,;。:\s]|和|及|与|由|请|其中|以及)+/
const EDGE_AFTER = /(?:[、,;。:\s【■●◆▲★—]|按职责|分别|共同|联合)+$/
const NOBODY = /^(?:无|暂无|—+|-+|\/|等|略)?$/

const LEVELS = characterTable('市县区省州')
const BLANK = 32
const NAME_ENDS = /(?:局|委|办|厅|部|院|会|中心|公司|联|行|校|队)(?:\([^()]*\)|〔[^〕]*〕)? ?$/
const NAME_AHEAD = /(?!市场|市政|市区|区域|县域|.[级直内外属])[^、,;。\s]{3,}/y

/** Names parted by a blank or a line's end alone: 市水务局 市财政局. The next begins with the same level as the last. */
function startsNextName(text: string, start: number, at: number): boolean {
  if (!LEVELS[text.charCodeAt(at)] || at - start < 4 || text[start] !== text[at]) return false
  if (!NAME_ENDS.test(text.slice(start, at))) return false
  NAME_AHEAD.lastIndex = at
  return endsAsAgency(NAME_AHEAD.exec(text)?.[0] ?? '')
}

/** Wider blanks part any two names. */
function partsNames(text: string, start: number, at: number): boolean {
  NAME_AHEAD.lastIndex = at + 1
  return endsAsAgency(text.slice(start, at)) && endsAsAgency(NAME_AHEAD.exec(text)?.[0] ?? '')
}

function pieces(text: string): Piece[] {
  const cut: Piece[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const mark = ENCLOSING[code]
    if (mark === OPENS) depth++
    else if (mark === CLOSES) depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const isGlued = startsNextName(text, start, i)
    if (SEPARATOR[code] || isGlued || (code === BLANK && partsNames(text, start, i))) {
      cut.push({ start, end: i })
      start = isGlued ? i : i + 1
      continue
    }
    if (!JOINS[code]) continue
    CONJUNCTION.lastIndex = i
    const word = CONJUNCTION.exec(text)?.[0]
    if (
      word &&
      endsAsAgency(text.slice(start, i).replace(ET_CETERA, '')) &&
      i + word.length < text.length &&
      !BARE_GROUP.test(text.slice(i + word.length))
    ) {
      cut.push({ start, end: i })
      start = i + word.length
      i += word.length - 1
    }
  }
  cut.push({ start, end: text.length })
  return cut
}

interface Piece {
  start: number
  end: number
}

/** How many of the last pieces are cities that belong to the next one: 甲、乙、丙等市人民政府. */
function citiesBefore(text: string, joined: readonly Piece[], name: string): number {
  if (!name.endsWith('政府') || !/等(?:市|县|区|州)(?:人民)?政府$/.test(name)) return 0
  const rest = joined.findLastIndex(({ start, end }) => !CITY.test(text.slice(start, end)))
  return joined.length - 1 - rest
}

/** 各市 before 县〔区〕人民政府: the level alone, its name goes on after the comma. */
const isBareLevel = (words: string): boolean => BARE_LEVEL.test(words.split('、')[0] ?? '') && !words.includes('政府')

/** 各市、县〔区〕人民政府 and 甲、乙等市人民政府 are one name each though they hold a 、. */
function joinShared(text: string, cut: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of cut) {
    const before = joined[joined.length - 1]
    const name = text.slice(piece.start, piece.end)
    const cities = citiesBefore(text, joined, name)
    const isLevel = before !== undefined && isBareLevel(text.slice(before.start, before.end)) && LEVEL_FIRST.test(name)
    const shared = joined.splice(joined.length - (isLevel ? 1 : cities))
    joined.push({ start: shared[0]?.start ?? piece.start, end: piece.end })
  }
  return joined
}

const roleOfMark = (mark: string): AgencyRange['marked'] =>
  /牵头|主办/.test(mark) ? 'lead' : /配合|协办|参与/.test(mark) ? 'support' : null

/**
 * Splits a list of agencies. Commas inside brackets and quotation marks do not separate; 和 separates only after a
 * finished name; 等, 等有关部门 are dropped; a bracket （牵头） after a name is its role.
 */
export function splitAgencies(text: string, base: number): AgencyRange[] {
  const ranges: AgencyRange[] = []
  for (const piece of joinShared(text, pieces(text))) {
    let start = piece.start
    let words = text.slice(start, piece.end)
    const before = EDGE_BEFORE.exec(words)?.[0].length ?? 0
    start += before
    words = words.slice(before).replace(EDGE_AFTER, '')
    const mark = MARKED.exec(words)
    if (mark) words = words.slice(0, mark.index)
    const open = words.includes('等') ? (ET_CETERA.exec(words) ?? ET_CETERA_KIND.exec(words)) : null
    if (open && (open.index === 0 || open[0] === '等' || endsAsAgency(words.slice(0, open.index))))
      words = words.slice(0, open.index)
    if (/[)〕]$/.test(words) && !/[(〔]/.test(words)) words = words.slice(0, -1)
    if (NOBODY.test(words)) continue
    const marked = mark ? roleOfMark(mark[0]) : null
    ranges.push({ start: base + start, end: base + start + words.length, marked })
  }
  return ranges
}
