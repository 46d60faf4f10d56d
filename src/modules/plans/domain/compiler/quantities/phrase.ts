import type { Candidate } from './judge.ts'
import type { Lead } from './lead.ts'

/** Verbs that make another indicator of the same noun: 申报, 认定 and 净增 of one thing are three measures. */
const TELLING =
  /^(?:新|净增|增|申|认定|获批|备案|评定|评选|入选|入库|签约|开工|竣工|投产|引进|引育|培训|转化|转移|登记|发布|授权|选派|招|改造|举办|推广|通过|创建|攻克|攻)/
/** Verbs that are as often part of a noun: 成果登记, 技术改造. */
const NOMINAL =
  /^(?:登记|转化|转移|评价|认定|备案|申报|申请|投入|支持|服务|培训|检查|改造|治理|整治|修复|提供|保障|研发|推广|发展|建设|覆盖|签约|授权|交付|孵化|帮扶|救助|登记|安置|供应)$/
const OPENING =
  /^(?:[\s,、;:—-]|以及|并且|力争|争取|确保|实现|完成|努力|使得?|达到|要|将|应|须|其中|和|及|与|并|且|全市|全县|全区|全省|全州|全年|全域|年内|今年|本年度?|到|在|至|截至|每年|至少|再|通过|(?:20\d{2}|十[四五]五)\s?年?[底末前]*(?:期间|末)?|[一二三四五六七八九十]年内)/
const CLOSING = /(?:[\s,、;:—-]|的?(?:目标|任务)|要|应|将|须|力争|各|均|都|分别|也|等|在|至少|建设|就业的)$/
const THING_END = /[,;:。、()]|和(?!谐|平|美)|及(?!时|其)|以及|成为|成长为|与(?=\d)|用于|为(?=\d)|,|进行|开展|交付/
const OF = /^(?:个|的)+/

const strip = (text: string, edge: RegExp): string => {
  let rest = text
  for (let hit = edge.exec(rest); hit && hit[0] !== ''; hit = edge.exec(rest)) {
    rest = hit.index === 0 ? rest.slice(hit[0].length) : rest.slice(0, hit.index)
  }
  return rest
}

/** The verb whose object is counted: the last that is not part of a noun. */
function fromVerb(body: string, lead: Lead): string {
  const verb = lead.verb
  if (verb === null || verb.at >= body.length) return body
  const after = body.slice(verb.at + verb.word.length)
  if (NOMINAL.test(verb.word) && verb.at > 0) return body
  if (after.trim() === '') return body.slice(verb.at)
  return TELLING.test(verb.word) ? body.slice(verb.at) : after
}

/** The noun phrase behind a figure: 3家[国家级孵化器]. */
export function thingAfter(tail: string): string {
  const rest = tail.trimStart().replace(OF, '')
  const end = rest.startsWith('“')
    ? rest.indexOf('”') + 1 + Math.max(0, rest.slice(rest.indexOf('”') + 1).search(THING_END))
    : rest.search(THING_END)
  return strip(end < 0 ? rest : rest.slice(0, end), CLOSING)
}

/** The words that name the indicator, with the verb where it tells one measure from another. */
export function indicatorPhrase({ lead, tail, figure, verb }: Candidate): string {
  const body = lead.text.slice(0, lead.text.length - lead.tail)
  const direction =
    lead.direction !== null && !lead.reached
      ? lead.text.slice(-lead.tail).match(/增长|提高|提升|增加|下降|降低|减少|压缩|压减/)?.[0]
      : undefined
  const counted =
    figure.unit?.dimension === 'count' || figure.unit?.dimension === 'people' || figure.unit?.dimension === 'events'
  const named = strip(strip(counted && !lead.measured ? fromVerb(body, lead) : body, OPENING), CLOSING)
  const bareVerb = verb !== null && named === verb.word
  const thing =
    named === '' ||
    bareVerb ||
    lead.closes ||
    (/^[\u4e00-\u9fa5“]/.test(tail.trimStart()) &&
      counted &&
      lead.verb !== null &&
      lead.verb.at + lead.verb.word.length >= body.trimEnd().length)
      ? thingAfter(tail)
      : ''
  if (thing === '') return named + (direction ?? '')
  return verb !== null && TELLING.test(verb.word) ? `${verb.word}${thing}` : thing
}
