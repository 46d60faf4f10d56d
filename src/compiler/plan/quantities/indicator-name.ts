import { anyOf } from '../text/any-of.ts'
import type { Candidate } from './candidates.ts'
import { OPENING } from './lead.ts'
import { indicatorPhrase, opensAlone, TELLING } from './phrase.ts'
import { SHARE_DOES } from './words.data.ts'

/** The name a target goes by on a list: the words of its indicator, made to stand alone. */

/** What a list cannot use: these say neither what is done nor to whom. */
const BARE =
  /^(?:.{1,2}|企业|政策|项目|人才|活动|资金|农户|群众|人员|学生|教师|游客|产品|技术|设备|单位|居民|党员|干部|职工|劳动力|贷款|事项|问题|任务|案件|服务|商户|市民|家庭|儿童|老人|老年人|重点企业|中小企业|中小微企业|市场主体|经营主体)$/
/** Verbs that add nothing to what they bring about. */
const LIGHT = /^(?:动态|总体|始终|持续|完成|实现|达到|力争|确保|实施|开展)$/
const ADVERBS =
  /(?:最高|最多|最低|一般|原则上|平均|累计|合计|总计|年均|每年|[到至]?20\d{2}年[底末]?前?|年底前?|[二两三四五六]年|[二两三四五六]年累计|按|的|可|均)+$/
const COMPARED =
  /(?:同比|(?:较|(?<!占)比)(?:上年|去年|上一年|20\d{2}年?(?:[底末]|同期)?|“?十[三四五]五”?(?:末|期末)?|[^,、]{0,6}(?:水平|同期|前)))(?:年均)?(?:基础上)?/
const RATE_OF = /^占/
const LEVEL =
  /^(?:创建|新增|新认定|认定|新培育|获批|入选|申报|净增)?(?:(?:国家|省部?|自治区|市|州|盟|县|区|厅|部)级|[ABC5432A]+级|[甲乙一二三]级)(?:及?以上)?$/
const LEVEL_OPENS = /^(?:国家|省部?|自治区|市|州|盟|县|区|厅|部)级(?:及?以上)?/
const FALL = /下降|降低|减少|压减|压降|缩减|缩短|精简|下调|减|降/
const TURN = /^(?:增长|提高|提升|增加|上升|下降|降低|减少|压减|缩短)$/
const FALL_FIRST = /^(?:降低|减少|压减|压降|缩减|下调|削减)(?=.{2})/
/** 减环节60%, 压时限50%: one-word verbs of reforms. */
const LESS = /^(?:平均)?[减压](环节|材料|时间|时限|跑动|证明|流程|费用?|次数|事项)$/
const FALL_VERB = /(?:降低|减少|压减|压降|缩减|下调|削减|下降)[^,;]*$/

/** 2家国家级、15家省级专精特新企业: a level alone takes the noun of the next figure. */
function withNoun(name: string, following: string): string {
  if (!LEVEL.test(name) || following === '') return name
  return name + following.replace(LEVEL_OPENS, '')
}

/** A bare noun takes the verb before it: 服务企业, 纳入政策. */
function withVerb(name: string, { lead, verb }: Candidate): string {
  if (!BARE.test(name) || verb === null || LIGHT.test(verb.word) || verb !== lead.verb) return name
  return name.startsWith(verb.word) ? name : verb.word + name
}

/** A change downwards says so: 用能成本下降, 单位产值能耗下降. */
export function withFall(name: string, { lead, figure }: Candidate): string {
  const less = LESS.exec(name)?.[1]
  if (less !== undefined && figure.unit?.dimension === 'percent') return `${less}减少`
  const changes = /^(?:percent|points|multiple)$/.test(figure.unit?.dimension ?? '') && !lead.reached
  const falls =
    lead.direction === 'fall' || (lead.direction === null && lead.sign !== '>=' && FALL_VERB.test(lead.text))
  if (changes && falls && !FALL.test(name.slice(-3))) return `${name.replace(FALL_FIRST, '')}下降`
  return changes && figure.unit?.dimension === 'percent' ? name.replace(ADDED, '增长率') : name
}

const ADDED = /(?:增加|提升)$/

/** 省级示范村3个、市级8个: a level alone takes the noun of the figure before. */
const withEarlierNoun = (name: string, subject: string): string =>
  LEVEL.test(name) && ANY_LEVEL.test(subject)
    ? name + subject.slice(subject.search(ANY_LEVEL)).replace(LEVEL_OPENS, '')
    : name

/** 高标准农田新建1.6万亩、改造提升0.9万亩: what is done alone takes the noun of what was done before. */
function withEarlierObject(name: string, subject: string): string {
  const object = DONE_ONLY.test(name) ? DONE_AT_END.exec(subject)?.[1] : undefined
  return object === undefined ? name : object + name
}

/** A measure without what it measures: 面积46万亩、产量18万吨. */
const MEASURE_ALONE = /^(?:比例|占比|比重|数量|总量|总数|规模|金额|增速|面积|产量|产值|总产值|人数|覆盖率)$/
const MEASURE_END =
  /(?:播种|种植|建设|养殖)?(?:比例|占比|比重|数量|总量|总数|规模|金额|增速|面积|产量|产值|总产值|人数|覆盖率)$/

/** 亿元以上项目20个,其中5亿元以上3个: a size takes the noun it sorts. */
const SIZE_ONLY = /^\d[\d.]*[万亿]*元(?:及?以上|以下)$/
const SIZED = /^.*(?:以上|以下|引进|签约|开工|新增)/
const ANY_LEVEL = /(?:国家|省部?|自治区|市|州|盟|县|区|厅|部)级(?:及?以上)?(?=.{2})/
const DONE_ONLY = /^(?:新签约|新开工|签约|开工|竣工|投产|入库|新建|改造|提升|扩建|改建|修建|修复|认定|培育|更新|加固)+$/
const DONE_AT_END =
  /^(.{2,}?)(?:新签约|新开工|签约|开工|竣工|投产|入库|新建|改造|提升|扩建|改建|修建|修复|认定|培育|更新|加固)+$/
const SHARE_OF = new RegExp(`^的?[^,;。、()]{0,24}?(?:${anyOf(SHARE_DOES)})[^,;。、()]{0,12}`)

/** 80%的卫生院达到基本标准, 覆盖100%的卫生院: the share of those that come to it. */
function ofShare({ figure, lead, tail, acts }: Candidate, name: string): string | undefined {
  if (figure.unit?.dimension !== 'percent' || /^\s?(?:$|[,;。、()])/.test(tail)) return undefined
  if (lead.text.endsWith('覆盖')) return `${lead.text.replace(OPENING, '')}${name}`
  if (acts && !SHARE_OF.test(tail)) return `${name}${/^[\u4e00-\u9fa5]{2}/.exec(tail)?.[0] ?? ''}率`
  const does = SHARE_OF.exec(tail)?.[0].replace(/^的/, '')
  return does && (lead.verb === null ? lead.text.replace(OPENING, '') : '') + does
}

/** What stands alone only with the indicator named before it: 占全市比重, 提高5个百分点, 年均净增60家. */
function withSubject(name: string, { lead }: Candidate, subject: string): string {
  if (name === '' || LIGHT.test(name) || subject === '') return name === '' || LIGHT.test(name) ? subject : name
  if (RATE_OF.test(name) || TURN.test(name)) return subject + name
  if (MEASURE_ALONE.test(name)) return subject.endsWith(name) ? subject : subject.replace(MEASURE_END, '') + name
  if (SIZE_ONLY.test(name)) return name + subject.replace(SIZED, '')
  const done = withEarlierObject(name, subject)
  if (done !== name) return done
  if (name === lead.verb?.word && opensAlone(lead))
    return subject.startsWith(name) ? subject : TELLING.test(subject) ? name : name + subject
  return withEarlierNoun(name, subject)
}

/** The name of a target whose words stand before or behind its figure; `named` is the indicator before it. */
export function nameOf(candidate: Candidate, { named, following }: { named: string; following: string }): string {
  // 成交额增长20%,到2025年达到30亿元
  const subject = named.replace(/(?:增长|提高|提升|增加|下降|降低|减少)$/, '')
  const words = indicatorPhrase(candidate)
    .replace(COMPARED, '')
    .replace(PER_ONE, '')
    .replace(ADVERBS, '')
    .replace(/^(?:年均|20\d{2}年度?|年底|年(?=新))(?=.)/, '')
    .replace(candidate.lead.reached || candidate.lead.measured ? TURN_FIRST : /^(?!)/, '')
  const level = candidate.lead.text.replace(OPENING, '')
  const share = ofShare(candidate, words)
  if (share !== undefined) return share
  const name = withSubject(
    withNoun(LEVEL.test(level) && level !== words ? level + words.replace(LEVEL_OPENS, '') : words, following),
    candidate,
    subject,
  )
  return name === subject ? name : withFall(withVerb(name, candidate), candidate)
}

/** 提升办结率至95%: the turn is no part of what reaches the level. */
const TURN_FIRST = /^(?:提升|提高|增加|压缩|压减|降低|减少)(?=.{2})/
const PER_ONE = /(?:提高|提升|增加|达)?到?每[生人户床](?:每[年月])?$/
const GIFT = /奖励资金|奖补资金|补助资金|奖励|奖补|补助|补贴|资助|贴息|贷款|奖金|津贴|支持/g
const FOR_WHOM = /(?:^|,)对(?!标|照|接|外|口)([^,;。]{2,24}?)的?(?:,|[给按]|一次性|最高|每)/

/** What is given, and for what: 单个平台奖补, 运行满一年的补助. `before` is the sentence up to the figure, `behind` what follows it. */
export function nameOfBenefit(name: string, before: string, behind: string): string {
  const gift = GIFT_BEHIND.exec(behind)?.[1] ?? before.match(GIFT)?.at(-1) ?? ''
  const words = name.replace(/^(?:按规定|按照规定|给予|一次性|再|另|最高|不超过|的)+/, '').replace(ADVERBS, '')
  const plain = GIVES_TO.test(words) || words === '' || words === gift || BARE.test(words) || GIFT_ONLY.test(words)
  const whom = plain ? FOR_WHOM.exec(before)?.[1] : undefined
  if (whom !== undefined)
    return `${whom}${/[企业人位构团队项目地区]$/.test(whom) ? '' : '的'}${plain && gift === '' ? words : gift}`
  return words.includes(gift) ? words : `${words}${gift}`
}

const GIVES_TO = /^对.{2,24}(?:给予|按|一次性|再)/
const GIFT_BEHIND = /^的?(?:一次性|资金)?(奖励资金|奖补资金|补助资金|奖励|奖补|补助|补贴|资助|贴息|贷款|奖金|津贴|支持)/
const GIFT_ONLY = /^(?:的|一次性|资金)*(?:奖励|奖补|补助|补贴|资助|贴息|支持)(?:资金)?$/
