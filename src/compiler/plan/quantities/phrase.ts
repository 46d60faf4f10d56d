import type { Candidate } from './candidate.ts'
import { type Lead, OPENING } from './lead.ts'

/** Verbs that make another indicator of the same noun: 申报, 认定 and 净增 of one thing are three measures. */
export const TELLING =
  /^(?:新|净增|增|申|认定|获批|备案|评定|评选|入选|入库|签约|更新|承接|开工|竣工|投产|引进|引育|培训|转化|转移|登记|发布|授权|选派|选聘|聘|招|改造|举办|推广|通过|创建|攻克|走访|资助|认证)/
/** Before a measured noun other verbs are part of it: 研发投入强度, 培训合格率. */
const ACHIEVES = /^(?:完成|提供|发放|投放|形成|带动|建成|建设|争取|引导|安排|筹集|落实)$/
const CLOSING =
  /(?:[\s,、;:—-]|(?:达到|进入|跻身|位居|位列)?前|(?:达到|进入|不低于|提升[到至]|上升[到至]|保持|稳居)?第|次数[到至]|的?(?:目标|任务)|年均|要|应|将|须|力争|各|均|都|分别|也|等|在|至少|累计|总共|的|为|实现|[到至])+$/
const THING_END =
  /[,;:。、()]|和(?!谐|平|美)|及(?!时|其)|以及|成为|成长为|达到|超过|实现|与(?=\d)|用于|服务(?=$)|为(?=\d)|进行|开展|交付|走深|走实|[与和及]$|并(?![购网联发轨])/
const GOES_ON =
  /^\s?(?:$|[,;。、()）]|和(?![谐平美睦])|及|与|以及|并(?![购网])|且|等|或|[到赴](?!期|账|位)|前往|进驻|担任|参加|参与|深入|下沉|用于|投入|入驻|落户|进入|作为|给|供)/

/** The noun phrase behind a figure: 3家[国家级孵化器]. */
export function thingAfter(tail: string): string {
  const rest = tail
    .trimStart()
    .replace(/^\([^()]*\)/, '')
    .replace(/^(?:个|的)+/, '')
  if (GOES_ON.test(rest)) return ''
  const from = rest.startsWith('“') ? rest.indexOf('”') + 1 : 0
  const end = rest.slice(from).search(THING_END)
  return (end < 0 ? rest : rest.slice(0, from + end)).replace(CLOSING, '').replace(/(?<=.{3})建设$/, '')
}

const BRINGS_ABOUT = /^.*(?:实现|做到|确保|力争|达到)(?=.)/
/** 从高校选聘, 为企业发放, 面向农户开展: from, for and to whom is said before the verb. */
const WITH = /^(?:从|为|向|面向|依托|通过|由|组织|在|对|与|联合|会同)[^,;]{1,14}$/

/** What a verb that opens the lead takes as its object; the verb stays where it tells one measure from another. */
export function objectOf(body: string, lead: Lead): string {
  const verb = lead.verb
  if (verb !== null && !verb.opens && WITH.test(body.slice(0, verb.at).replace(OPENING, ''))) {
    const rest = body.slice(verb.at + verb.word.length)
    return TELLING.test(verb.word) || rest.trim().length < 2 ? body.slice(verb.at) : rest
  }
  if (verb === null || !verb.opens || (lead.measured && !ACHIEVES.test(verb.word))) {
    return body.replace(OPENING, '').replace(/^(?:推动|支持|引导|鼓励|组织|带动)/, '')
  }
  return TELLING.test(verb.word) ? body.slice(verb.at) : body.slice(verb.at + verb.word.length)
}

/** The words that name the indicator of a figure, from before it (孵化器3家) or from behind it (3家孵化器). */
export function indicatorPhrase({ lead, tail, verb }: Candidate): string {
  const thing = thingAfter(tail)
  if (/^全?覆盖$/.test(thing)) return `${lead.text.replace(BRINGS_ABOUT, '').replace(CLOSING, '')}覆盖`
  if (thing !== '') return verb !== null && TELLING.test(verb.word) ? `${verb.word}${thing}` : thing
  const body = lead.text.slice(0, lead.text.length - lead.tail)
  const turn = lead.reached ? '' : (lead.turn ?? '')
  return objectOf(body, lead).replace(CLOSING, '').replace(/^的/, '') + turn
}
