import type { Candidate } from './candidates.ts'
import { type Lead, OPENING } from './lead.ts'
import { trimmed } from './noun-phrase.ts'

/** Verbs that make another indicator of the same noun: 申报, 认定 and 净增 of one thing are three measures. */
export const TELLING =
  /^(?:新|净增|增|申|认定|获批|备案|评定|评选|遴选|入选|入库|签约|更新|承接|开工|竣工|投产|引进|引育|培训|转化|转移|登记|发布|授权|选派|选聘|聘|招|改造|举办|推广|通过|创建|攻克|走访|资助|认证)/
/** Before a measured noun other verbs are part of it: 研发投入强度, 培训合格率. */
const ACHIEVES = /^(?:完成|提供|发放|投放|形成|带动|建成|建设|争取|引导|安排|筹集|落实)$/
/** Verbs that are never the head of a noun before them. */
const BROUGHT_ABOUT = /成$|现$|^(?:打造|培育|设立|建立|引进)$/
const BRINGS_ABOUT = /^.*(?:实现|做到|确保|力争|达到)(?=.)/
/** 从高校选聘, 为企业发放, 面向农户开展: from, for and to whom is said before the verb. */
const WITH = /^(?:从|为|向|面向|依托|通过|由|组织|在|对|与|联合|会同)[^,;]{1,14}$/

/** 在3个乡镇新建: where it is done is no part of its name. */
const AT = /^(?:到?20\d{2}年底?)?在(?![校建库岗职册园学线途编田用地])/
/** What is measured, changes or is ranked is named as a whole: 巡护里程增长, 综合排名进入. */
const isSubject = ({ measured, direction, reached, text }: Lead): boolean =>
  measured || (direction !== null && !reached) || /排名|位次/.test(text)

/** What a verb that opens the lead takes as its object; the verb stays where it tells one measure from another. */
export function objectOf(body: string, lead: Lead): string {
  const verb = lead.verb
  // 院士工作站要建成15家: the verb stands behind its object.
  if (
    verb !== null &&
    !verb.opens &&
    !lead.measured &&
    verb.at + verb.word.length === body.length &&
    BROUGHT_ABOUT.test(verb.word)
  )
    return body.slice(0, verb.at).replace(OPENING, '')
  if (verb !== null && !verb.opens && (WITH.test(body.slice(0, verb.at).replace(OPENING, '')) || AT.test(body))) {
    const rest = body.slice(verb.at + verb.word.length)
    return TELLING.test(verb.word) || rest.trim().length < 2 ? body.slice(verb.at) : rest
  }
  if (verb === null || !verb.opens || (isSubject(lead) && !ACHIEVES.test(verb.word))) {
    return body.replace(OPENING, '').replace(/^(?:推动|支持|引导|鼓励|组织|带动)/, '')
  }
  const object = body.slice(verb.at + verb.word.length)
  // 完成造林, 组织演练: what is done is the noun.
  if (object.trim() === '' && !opensAlone(lead)) return verb.word
  // 带动就业: of two verbs that open it the first belongs to the name.
  if (object.trim() === '') return body.replace(OPENING, '').replace(/^(?:推动|支持|引导|鼓励)/, '')
  return TELLING.test(verb.word) ? body.slice(verb.at) : object
}

/** No light verb stands before the verb that takes the figure. */
export const opensAlone = ({ text, verb }: Lead): boolean =>
  verb === null || !/(?<!累计)(?:完成|组织|开展|实施)$/.test(text.slice(0, verb.at))

const LIGHT_VERB = /^(?:开展|进行|实施|提供|完成|组织)/

/** 与10家企业开展交流, 力争2个品牌入选名录: where those counted act, the act is what is measured. */
export const nameOfAct = ({ thing, tail }: Candidate): string =>
  thing + trimmed(tail.slice(tail.indexOf(thing) + thing.length).replace(LIGHT_VERB, ''))

/** The words that name the indicator of a figure, from before it (孵化器3家) or from behind it (3家孵化器). */
export function indicatorPhrase({ lead, thing, verb }: Candidate): string {
  if (/^全?覆盖$/.test(thing)) return `${trimmed(lead.text.replace(BRINGS_ABOUT, ''))}覆盖`
  if (thing !== '') return verb !== null && TELLING.test(verb.word) ? `${verb.word}${thing}` : thing
  const body = lead.text.slice(0, lead.text.length - lead.tail)
  const turn = lead.reached ? '' : (lead.turn ?? '')
  return trimmed(objectOf(body, lead)).replace(/^的/, '') + turn
}
