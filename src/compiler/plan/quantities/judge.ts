import { anyOf } from '../text/any-of.ts'
import type { Candidate } from './candidates.ts'
import { CLAUSE_FRAMES, type ClauseFrame } from './clause-frames.data.ts'
import { isPaper, NEVER_AIMED, PLAIN_THINGS, SHARE_DOES } from './words.data.ts'

const PLAIN_TAIL = new RegExp(
  `^(?:个)?(?:全市|全县|贫困|原?深度贫困|试点|重点|有关|相关|其他|市直|县直|责任|成员|牵头|省级|市级|县级|主要|核心|基本|关键|专项|工作|政府|不同|“[^”]*”)?(?:${anyOf(PLAIN_THINGS)})(?=$|[,;。、()“"]|开展|实施|实现|建成|创建|推进|推动|完成|的|均|全部|全面|共同|进行|试点|为|入手|发力|着手|同步|联动|之间|内|中|上)`,
)
const NOUN = /^\s?[\u4e00-\u9fa5A-Za-z“"]/
const NEVER = new RegExp(`(?:${anyOf(NEVER_AIMED)})$`)
const ARRANGED = /^[^,;。、()]{0,20}?(?:任务|举措|措施|政策|要求|规定|机制)(?=$|[,;。、()和及])/
const PUSHED = /力争|确保|不少于|至少|全年完成|累计完成|每年(?!度)/
/** After a full figure these go on with the sentence; they are no thing counted. */
const GOES_ON =
  /^\s?(?:$|[,;。、()）]|和(?![谐平美睦])|及|与|以及|并(?![购网])|且|,|其中|等|的(?:目标|任务|要求|水平|指标|招商)|用于|建设任务|任务|目标)/
const MODIFIES =
  /^\s?(?:的(?!目标|任务|要求|水平|指标|招商)|或|级(?!以)|型|类|制|版|化|期间|行动|计划|工程|过渡|规划|的?基础上|以前|前(?![\u4e00-\u9fa5]{2,}))/
const MONEY_NOUN =
  /^\s?(?:的)?(?:[\u4e00-\u9fa5]{0,14})(?:资金|贷款|投资|产值|收入|授信|融资|税收|营收|销售额|订单|交易额|基金|债券|专项债|消费券)/
/** Verbs whose Chinese count is meant: 建成三个, 举办两场; not 落实八项, 坚持三个. */
const MAKES =
  /^(?:新|净增|建|打造|创建|培育|引进|认定|获批|申报|成立|组建|设立|制定|出台|编制|举办|开展|完成|选派|培养|签约|开工|布局|申请|选|遴选|提质|升级|扩建|评选|发布|改造|筹建|召开|规划建设)/
/** 4个实施方案的通知, 13类事项的基础上: the words are a title or a ground. */
const TITLED = /的(?:通知|决定|意见|公告|基础上)|^基础上/
/** 设立总规模10亿元的产业基金: the size of the fund is the aim. */
const FUND = /^的?[^,;。]{0,12}(?:基金|资金池)/
const SIZED = /(?:设立|组建|成立|建立|筹建|打造)[^,;]*(?:规模|总额)(?:不低于|达到?|超过)?$/
const COVERS = /覆盖|推动|实现|确保|力争|带动|引导|使/
/** Those it is done for or with: 对40家, 与10家. */
const FOR_WHOM = /(?:[对为向与]|面向|组织|针对)$/
/** A verb goes on behind the noun phrase. */
const ACTS_THEN = /^\s?[\u4e00-\u9fa5]/
/** 的 and a noun that ends the clause. */
const OF_NOUN = /^的[\u4e00-\u9fa5]{2,16}(?=$|[,;。、])/
const SHORTENS =
  /(?:时间|时限|时长|周期|用时)[^,;]{0,4}(?:保持|维持)在|压缩|缩短|压减|控制|不超过|减至|降至|提速|减少|缩减|精简|限时/
const CLOCK = new Set(['工作日', '天', '小时', '分钟', '秒', '月'])
/** 覆盖50%以上的村, 把全县70%以上的学校纳入: a share of a whole that is to do or be something. */
const REACHES = /(?:覆盖|全[市县省区州]|推动|实现|确保|力争)\s*$/
const DOES = new RegExp(`^\\s?的?[^,;]{0,30}?(?:${anyOf(SHARE_DOES)})`)
/** 未超过10万元, 最长不超过3个月, 缓缴期…: terms, not aims. */
const TERMS = /未(?:超过?|达到?|满)$|(?:最长|最多|最低|缓缴期?|有效期|期限(?!内))[^,;]{0,4}$/

/** 降低综合成本5%: the change is named by the verb that opens the clause. */
export const CUTS =
  /^(?:平均|再)?[减压](?:环节|材料|时间|时限|跑动|证|流程|费|次数|事项)|(?:降低|减少|压减|压降|缩减|提升|提高|增加)(?![^,;]*[到至占])[^,;]{1,16}$/

const RHYTHM = /每(?:季度?|个?月|半年|周|两个?月)/
/** Chinese digits are mere words (八项规定, 一次性) unless a verb or a sign takes them, or they close a list of names. */
const isMeantAsNumber = (c: Candidate): boolean => {
  const { figure, lead, verb } = c
  if (RHYTHM.test(lead.text)) return true
  if (figure.value < 2) return figure.bound !== null || /[不至]少/.test(lead.text)
  if (lead.sign !== null || figure.bound !== null) return true
  if (verb === null || !MAKES.test(verb.word) || /^[“"]/.test(c.tail)) return false
  return c.closed || (verb === lead.verb && verb.at + verb.word.length >= lead.text.length - 1)
}

/** 年收入2000万元以上企业, 10万张以上桑种场2个: the figure describes a thing that is counted elsewhere. */
const describes = (c: Candidate): boolean => {
  const { figure, lead, tail, verb } = c
  // 100万吨糖厂、茶厂等4个项目, 500人以上及每次100人以上的: in a list of names, and one threshold of two.
  if (/一批|[一两三]类$/.test(lead.text) || (c.followed && /、[^,;]*等$/.test(tail))) return true
  if (figure.bound !== null && c.followed && /^[及或]/.test(tail) && c.segment.includes('以上的')) return true
  // 其中10亿元以上1个: the class of what is counted next.
  if (figure.bound !== null && c.followed && tail.trim() === '' && figure.unit?.dimension === 'money') return true
  if (figure.bound === null || !NOUN.test(tail) || GOES_ON.test(tail)) return false
  const taken = verb !== null && verb === lead.verb && verb.at + verb.word.length >= lead.text.length - 1
  if (c.followed && !/[、和及与]/.test(tail)) return true
  return (
    !taken &&
    figure.unit?.dimension !== 'count' &&
    figure.unit?.dimension !== 'people' &&
    figure.unit?.dimension !== 'percent'
  )
}

const shortens = (c: Candidate): boolean =>
  CLOCK.has(c.figure.unit?.normal ?? '') &&
  SHORTENS.test(c.segment) &&
  !/之日起/.test(c.lead.text) &&
  (c.lead.reached ||
    c.lead.direction === 'fall' ||
    c.lead.sign === '<=' ||
    (c.figure.bound === 'at_most' && /压缩|控制|缩短|[保维]持在$/.test(c.lead.text)))

/** 人均预期寿命达到79岁. */
const ages = ({ figure, lead }: Candidate): boolean =>
  figure.unit?.normal === '岁' && lead.sign !== null && /寿命|年龄/.test(lead.text)

/** 排名达到第1位, 不低于第5位; a mere 全省第5位 is a place held. */
const TO_PLACE = /(?:达到|进入|不低于|提升[到至]|上升[到至]|前移[到至]|争|确保|保持|稳)[^,;]{0,12}第$/

/** 进入全省前10位: a rank is aimed at when the words before speak of ranking. */
const ranks = ({ lead, figure }: Candidate): boolean =>
  /(?:位|名)$/.test(figure.unit?.written ?? '') &&
  (!lead.text.endsWith('第') || TO_PLACE.test(lead.text)) &&
  /进入|跻身|排名|位居|位列|保持|达到|力争|挺进|争/.test(lead.text)

/** Money or a rate offered; not the threshold that opens the offer (投资500万元以上的). */
export const isOffered = (c: Candidate): boolean =>
  !MODIFIES.test(c.tail) && !(c.figure.bound === 'at_least' && NOUN.test(c.tail))

export const isRank = ({ lead, figure }: Candidate): boolean =>
  /[前第]$/.test(lead.text) && /^(?:位|名|)$/.test(figure.unit?.written ?? '')

const isLike = (c: Candidate, pattern: RegExp): boolean => pattern.test(c.lead.text)

/** The letters of what stands before a figure; `clause-frames.data.ts` says what each is. */
const BEFORE: Readonly<Record<string, (c: Candidate) => boolean>> = {
  V: ({ verb }) => verb !== null,
  Y: ({ lead }) => lead.verb !== null && lead.verb.at + lead.verb.word.length >= lead.text.length - lead.tail,
  S: ({ lead }) => lead.sign !== null,
  R: ({ lead }) => lead.direction === 'rise',
  F: ({ lead }) => lead.direction === 'fall',
  G: ({ lead }) => lead.reached,
  B: ({ figure }) => figure.bound === 'at_least' || figure.bound === 'about',
  K: ({ figure }) => figure.bound === 'at_most',
  M: ({ lead }) => lead.measured,
  L: ({ listed, lead }) => listed && lead.text.trim().length > 1,
  C: ({ closed }) => closed,
  A: (c) => isLike(c, PUSHED),
  H: (c) => isLike(c, FOR_WHOM),
  P: ({ lead }) => lead.plain,
  E: (c) => isLike(c, REACHES),
  Q: (c) => isLike(c, COVERS),
  U: (c) => isLike(c, CUTS),
  J: ({ verb }) => isPaper(verb?.word),
  Z: (c) => FUND.test(c.tail) && isLike(c, SIZED),
  X: (c) => shortens(c),
  I: (c) => ages(c),
  T: (c) => isRank(c) && ranks(c),
  t: (c) => isRank(c) && !ranks(c),
  k: ({ lead }) => /(?:完成|实现)$/.test(lead.text),
  c: (c) => isLike(c, TERMS),
  w: (c) => c.figure.chinese && c.figure.unit?.dimension !== 'percent' && !isRank(c) && !isMeantAsNumber(c),
  q: (c) => TITLED.test(c.tail) || describes(c),
}

/** The letters of what stands behind it. */
const BEHIND: Readonly<Record<string, (c: Candidate) => boolean>> = {
  '.': ({ tail }) => GOES_ON.test(tail) || !NOUN.test(tail),
  N: ({ tail, thing }) => thing !== '' || (NOUN.test(tail) && !GOES_ON.test(tail)),
  W: ({ tail, thing }) => thing !== '' && ACTS_THEN.test(tail.slice(tail.indexOf(thing) + thing.length)),
  D: ({ tail, lead }) => DOES.test(tail) || lead.text.endsWith('覆盖'),
  $: ({ tail }) => MONEY_NOUN.test(tail),
  d: ({ tail }) => MODIFIES.test(tail),
  e: ({ tail, followed }) => !followed && OF_NOUN.test(tail),
  O: ({ tail, thing, lead, verb }) =>
    lead.sign === null && !MAKES.test(verb?.word ?? '') && (PLAIN_TAIL.test(tail) || NEVER.test(thing)),
  a: ({ acts }) => acts,
  o: ({ tail, lead, verb }) => lead.sign === null && !isPaper(verb?.word) && ARRANGED.test(tail),
}

/** Tells whether a letter is true of a figure, asking once for each. */
function lettersOf(c: Candidate): (letter: string) => boolean {
  const known = new Map<string, boolean>()
  return (letter) => {
    const told = known.get(letter) ?? (BEFORE[letter] ?? BEHIND[letter])?.(c) ?? false
    known.set(letter, told)
    return told
  }
}

type Wanted = Record<'has' | 'all' | 'not' | 'behind', string[]> & { frame: ClauseFrame }

const wantedBy = (frame: ClauseFrame): Wanted => {
  const { has = '', all = '', not = '', behind = '' } = frame
  return { frame, has: [...has], all: [...all], not: [...not], behind: [...behind] }
}

/** The frames of each dimension, the best first. */
const FRAMES_OF = new Map<string, Wanted[]>()
for (const frame of [...CLAUSE_FRAMES].sort((a, b) => b.score - a.score))
  for (const dimension of frame.of.split(' '))
    FRAMES_OF.set(dimension, [...(FRAMES_OF.get(dimension) ?? []), wantedBy(frame)])

/** The frame of the clause a figure stands in: what it is, and whether the plan aims at the figure. */
export function frameOf(c: Candidate): ClauseFrame {
  const is = lettersOf(c)
  const fits = (FRAMES_OF.get(c.figure.unit?.dimension ?? 'bare') ?? []).find(
    ({ has, all, not, behind }) =>
      (has.length === 0 || has.some(is)) && all.every(is) && (behind.length === 0 || behind.some(is)) && !not.some(is),
  )
  if (!fits) throw new Error('No frame takes every figure.')
  return fits.frame
}
