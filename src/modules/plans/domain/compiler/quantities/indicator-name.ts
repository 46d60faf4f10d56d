import type { Candidate } from './judge.ts'
import { indicatorPhrase } from './phrase.ts'

/** The name a target goes by on a list: the words of its indicator, made to stand alone. */

/** What a list cannot use: these say neither what is done nor to whom. */
const BARE =
  /^(?:.|企业|政策|项目|人才|活动|资金|农户|群众|人员|学生|教师|游客|产品|技术|设备|单位|居民|党员|干部|职工|劳动力|贷款|事项|问题|任务|案件|服务|商户|市民|家庭|儿童|老人|老年人|重点企业|中小企业|中小微企业|市场主体|经营主体)$/
/** Verbs that add nothing to what they bring about. */
const LIGHT = /^(?:完成|实现|达到|力争|确保|实施|开展)$/
const ADVERBS =
  /(?:最高|最多|最低|一般|原则上|平均|累计|合计|总计|年均|每年|[二两三四五六]年|[二两三四五六]年累计|按|的|可|均)+$/
const COMPARED =
  /(?:同比|(?:较|(?<!占)比)(?:上年|去年|上一年|20\d{2}年?(?:[底末]|同期)?|“?十[三四五]五”?(?:末|期末)?|[^,、]{0,6}(?:水平|同期|前)))(?:年均)?(?:基础上)?/
const RATE_OF = /^占/
const LEVEL =
  /^(?:创建|新增|新认定|认定|新培育|获批|入选|申报|净增)?(?:(?:国家|省部?|自治区|市|州|盟|县|区|厅|部)级|[ABC5432A]+级|[甲乙一二三]级)(?:及?以上)?$/
const LEVEL_OPENS = /^(?:国家|省部?|自治区|市|州|盟|县|区|厅|部)级(?:及?以上)?/
const FALL = /下降|降低|减少|压减|压降|缩减|下调|减|降/
const FALL_FIRST = /^(?:降低|减少|压减|压降|缩减|下调|削减)(?=.{2})/
const FALL_VERB = /(?:降低|减少|压减|压降|缩减|下调|削减|下降)[^,;]*$/

/** 2家国家级、15家省级专精特新企业: a level alone takes the noun of the next figure. */
function withNoun(name: string, following: string): string {
  if (!LEVEL.test(name) || !LEVEL_OPENS.test(following)) return name
  return name + following.replace(LEVEL_OPENS, '')
}

/** A bare noun takes the verb before it: 服务企业, 纳入政策. */
function withVerb(name: string, { lead, verb }: Candidate): string {
  if (!BARE.test(name) || verb === null || LIGHT.test(verb.word) || verb !== lead.verb) return name
  return name.startsWith(verb.word) ? name : verb.word + name
}

/** A change downwards says so: 用能成本下降, 单位产值能耗下降. */
function withFall(name: string, { lead, figure }: Candidate): string {
  const changes = /^(?:percent|points|multiple)$/.test(figure.unit?.dimension ?? '') && !lead.reached
  const falls =
    lead.direction === 'fall' || (lead.direction === null && lead.sign !== '>=' && FALL_VERB.test(lead.text))
  return changes && falls && !FALL.test(name.slice(-3)) ? `${name.replace(FALL_FIRST, '')}下降` : name
}

/** The name of a target whose words stand before or behind its figure; `subject` is the indicator named before it. */
export function nameOf(candidate: Candidate, { subject, following }: { subject: string; following: string }): string {
  const words = indicatorPhrase(candidate).replace(COMPARED, '').replace(ADVERBS, '')
  const name = withNoun(words, following)
  if (name === '' || LIGHT.test(name)) return subject
  if (RATE_OF.test(name) && subject !== '') return subject.replace(/(?:增长|提高|下降)$/, '') + name
  return withFall(withVerb(name, candidate), candidate)
}

const GIFT = /奖励资金|奖补资金|补助资金|奖励|奖补|补助|补贴|资助|贴息|贷款|奖金|津贴|支持/g
const FOR_WHOM = /(?:^|,)对(?!标|照|接|外|口)([^,;。]{2,24}?)的?(?:,|[给按]|一次性|最高|每)/

/** What is given, and for what: 单个平台奖补, 运行满一年的补助. `before` is the sentence up to the figure, `behind` what follows it. */
export function nameOfBenefit(name: string, before: string, behind: string): string {
  const gift = GIFT_BEHIND.exec(behind)?.[1] ?? before.match(GIFT)?.at(-1) ?? ''
  const words = name.replace(/^(?:按规定|按照规定|给予|一次性|再|另|最高|不超过|的)+/, '').replace(ADVERBS, '')
  const plain = words === '' || words === gift || BARE.test(words) || GIFT_ONLY.test(words)
  const whom = plain ? FOR_WHOM.exec(before)?.[1] : undefined
  if (whom !== undefined)
    return `${whom}${/[企业人位构团队项目地区]$/.test(whom) ? '' : '的'}${plain && gift === '' ? words : gift}`
  return words.includes(gift) ? words : `${words}${gift}`
}

const GIFT_BEHIND = /^的?(?:一次性|资金)?(奖励资金|奖补资金|补助资金|奖励|奖补|补助|补贴|资助|贴息|贷款|奖金|津贴|支持)/
const GIFT_ONLY = /^(?:的|一次性|资金)*(?:奖励|奖补|补助|补贴|资助|贴息|支持)(?:资金)?$/
