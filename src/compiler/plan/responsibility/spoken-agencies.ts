import { allMatches } from '../text/all-matches.ts'
import { COUNTED } from '../text/counted.ts'
import { looksLikeAgency } from './agency-shape.ts'
import { type KnownNames, knownAgencies } from './known-agencies.ts'
import { type Mention, mentionAs } from './parse-clause.ts'

/**
 * Agencies told to do something in running words, as minutes and speeches do it: 县科技局要……, 由县科技局牵头、会同县财政局……,
 * 请县财政局于……. A name counts only where words of charging stand before it or words of doing behind it.
 */

const SUFFIX =
  '(?:局|委员会|管委会|人民政府|政府|党委|委|办公室|办事处|指挥部|办|中心|公司|集团|银行|支行|学院|大学|研究院|研究所|医院|院|协会|商会|联合会|总工会|工商联|科协|妇联|部|专班|乡镇|街道|乡|镇|高新区|开发区|园区|单位|部门)'
const NAME = `(?!${COUNTED}|[由请责要督和及与以、]|会同|会议|会(?=[省市县区州])|联合|委托|组织|推进|推动|加强|协调|做好|完成|解决|研究|同意|召开|听取|支持)(?:各)?[省市县区州]?[一-龥]{1,10}?${SUFFIX}+(?:\\([^()]{1,12}\\))?`
const TAIL = '(?:等(?:有关|相关|责任)?(?:部门|单位)?)?'
/** 县财政局会县科技局: 会 alone joins only before a name that begins with its level. */
const JOIN = '、|和|及|与|以及|会(?=[省市县区州])'
const RUN = `(?<names>${NAME}(?:(?:${JOIN})${NAME})*)${TAIL}`
const DOES =
  '(?:要|应|须|需|负责(?!人|同志)|总?牵头|会同|联合|配合|协助|参与|承办|主办|承接|于|在|从|每|尽快|继续|进一步|抓紧|对|就|按|把|将|组织|做好|加强|加快|分别|共同|具体|根据|结合|切实|统筹|主动|积极|立即|马上|落实|完成|提出|制定|研究|指导|督促|建立|安排|拿出|承担|跟踪|报送|梳理|开展|推进|起草|再|同步|及时|按时|严格|认真|全面|[于自]?20\\d\\d年|\\d{1,2}月)'
const BY = '(?<by>(?<![理自事因])由|(?<![申邀提聘])请|责成|委托|要求|督促|会同|联合)'
const CHARGED = new RegExp(`${BY}${RUN}(?=(?<verb>,?${DOES})|[,;。:、)]|$)`, 'g')
/** 会同县税务局逐户核查: after words of charging any verb will do. */
const NAMED = new RegExp(`${BY}${RUN}`, 'g')
const SPEAKING = new RegExp(
  `(?<=^|[,;:。]\\s?|(?:牵头|负责|主办)、|后由|会议(?:要求|明确|议定|决定|确定)|${COUNTED})${RUN}(?=(?<verb>${DOES}))`,
  'g',
)
const SPLIT = new RegExp(`${NAME}(?=${JOIN}|$)`, 'g')
/** 年底前全部, 会议内部: words that only end like a name. */
const NO_NAME = /(?<!自)由|会同|负责|牵头|[年月日前后内底]|会议|全部|内部|外部|基本|工作|任务|项目/
const NEEDS_LEVEL = /部$/

const isName = (words: string): boolean =>
  words.length >= 2 &&
  looksLikeAgency(words) &&
  !NO_NAME.test(words.replace(/单位$|部门$/, '')) &&
  (!NEEDS_LEVEL.test(words) || /^[省市县区州]/.test(words))

function roleOf(by: string | undefined, verb: string): Mention['role'] {
  if (by === '会同' || by === '联合') return 'support'
  if (/配合|协助|参与/.test(verb)) return 'support'
  return /牵头|会同|联合/.test(verb) ? 'lead' : 'responsible'
}

function mentionsIn(found: RegExpExecArray): Mention[] {
  const { names = '', by, verb = '' } = found.groups ?? {}
  const from = found.index + (by?.length ?? 0)
  const role = roleOf(by, verb)
  return allMatches(SPLIT, names).flatMap((name) => {
    const start = from + name.index
    return isName(name[0]) ? [mentionAs({ start, end: start + name[0].length, marked: null }, role)] : []
  })
}

/**
 * @param text one sentence in reading form; offsets of the mentions are into it, none of them overlap
 * @param known names of a register, told from the words around them before any is guessed by its shape
 */
export function spokenAgencies(text: string, known: KnownNames): Mention[] {
  const sure = knownAgencies(text, known)
  const shaped = [CHARGED, NAMED, SPEAKING].flatMap((pattern) => allMatches(pattern, text)).flatMap(mentionsIn)
  const guessed = shaped.filter(({ start, end }) => !sure.some((one) => start < one.end && one.start < end))
  const found = [...sure, ...guessed]
  const kept: Mention[] = []
  for (const mention of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}
