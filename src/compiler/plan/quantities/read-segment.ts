import type { UntakenReason } from '../../compiled-plan.ts'
import { type Candidate, candidateAt, type ListState, nextLead, type SegmentPlace } from './candidates.ts'
import { dealt, namesOf, shareUnits } from './dealt.ts'
import type { Figure } from './figures.ts'
import { nameOf, nameOfBenefit, withFall } from './indicator-name.ts'
import { frameOf, isOffered } from './judge.ts'
import { leadAt, OPENING } from './lead.ts'
import { thingBehind } from './noun-phrase.ts'
import { nameOfAct, TELLING } from './phrase.ts'
import type { Segment } from './sentences.ts'
import { gives, type Setting } from './setting.ts'

/** 每年 stands with the figure, or with a clause before it in the same list. */
export type PerYear = 'stated' | 'carried' | 'none'

/** One figure the plan aims at, or offers, with the words that carry it. */
export interface Reading {
  candidate: Candidate
  segment: Segment
  indicator: string
  perYear: PerYear
  /** Its place among the figures 分别 deals to one thing, and how many they are. */
  nth: readonly [at: number, of: number] | null
  benefit: boolean
  baseline: Figure | null
  /** Why it is no target after all; null for what the plan aims at or offers. */
  refusal: UntakenReason | null
  /** The clause frame it was read by. */
  frame: string
}

/** What a segment takes over from those before it in the sentence. */
export interface SentenceState extends ListState {
  setting: Setting
  perYear: PerYear
  /** The indicator last named: what 到2025年达到30亿元 goes on about. */
  subject: string
  /** What 分别 last dealt to. */
  dealtTo: readonly (string | undefined)[]
}

const PER_YEAR =
  /每年|年平均(?!气|浓度)|年均(?!浓度|值|降|气)|逐年|(?<![\d\s今全当本去上明后前每近青老中成少学童周往历多百千常半一二三四五六七八九十])年(?=新(?!区|城|材)|申请|申报|引进|引育|培训|培育|开展|举办|承办|承接|完成|组织|认定|转化|培养|输送|推广|选派|选聘|招聘|评选|发布|吸纳|签约|化解|增收|增产|发放(?!标))/
/** Clauses with a span of their own do not go on with 每年. */
const OWN_SPAN = /累计|总[数量额]|20\d{2}年|[二两三四五六]年|年底|季度|月底|达到|建成|净增/
const FROM = /(?:由|从)[^,;]{0,14}$/
const OFFERED = new Set(['money', 'percent', 'points'])

export const isPerYear = (words: string): boolean => words.includes('年') && PER_YEAR.test(words)

/** The figure a from–to phrase starts from: 由60%提高至75%. */
const isBaseline = ({ text, sentence }: SegmentPlace, { figure, lead }: Candidate, next: Figure | undefined): boolean =>
  next !== undefined &&
  FROM.test(lead.text) &&
  leadAt({ text, words: sentence.words }, figure.boundEnd, next.start).reached

/** 由6个工作日压缩至4个: the half-said unit is that of the baseline. */
const withUnitOf = (candidate: Candidate, baseline: Candidate): Candidate =>
  baseline.figure.unit && candidate.figure.unit?.written === '个'
    ? { ...candidate, figure: { ...candidate.figure, unit: baseline.figure.unit } }
    : candidate

/** 每千人口床位数6张、医师数3人: the head count holds for the whole list. */
function perHead(name: string, candidate: Candidate, before: Reading | undefined): string {
  const head = PER_HEADS.exec(before?.indicator ?? '')?.[0]
  const counted = /^(?:count|people)$/.test(candidate.figure.unit?.dimension ?? '')
  return head !== undefined && counted && candidate.listed && !name.includes('均') ? head + name : name
}

const PER_HEADS = /^每[十百千万]+(?:名|常住|户籍)?人口?/

/** 对留用率达到50%以上的单位, 当涨幅达到3%: the figure says who or when, whatever its sign. */
const isWhoQualifies = ({ segment, tail }: Candidate): boolean =>
  /^\s?(?:凡|若|当(?![年前地日期])|如(?!期|实))/.test(segment) || (/^\s?对/.test(segment) && /的[^,;]{0,8}$/.test(tail))

/** The frame of a figure's clause, and why the sentence does not let it through: null for an aim, and for an offer when `benefit`. */
function judged(candidate: Candidate, setting: Setting, benefit: boolean): Pick<Reading, 'frame' | 'refusal'> {
  const frame = frameOf(candidate)
  const { id } = frame
  if (setting.past) return { frame: id, refusal: 'past' }
  if (benefit) return { frame: 'offered', refusal: isOffered(candidate) ? null : 'terms' }
  const conditional = setting.condition && (setting.terms || candidate.lead.sign === null || isWhoQualifies(candidate))
  if (conditional && (setting.terms || id !== 'done-for-count')) return { frame: id, refusal: 'condition' }
  return { frame: id, refusal: setting.gift && gives(candidate.segment) ? 'terms' : (frame.refuses ?? null) }
}

/** 组织甲、乙等5家企业创建中心: those named are backed, and what they do is counted. */
const isBacked = ({ closed, verb }: Candidate): boolean =>
  closed && /^(?:组织|支持|推动|引导|鼓励)$/.test(verb?.word ?? '')

const ACTS = new Set(['done-for-count', 'pushed-count'])

interface NamedBy {
  dealt: string | undefined
  baseline: Candidate | null
  /** The reading whose figure this one adjoins: 小区86个70万平方米. */
  adjoins: Reading | undefined
  subject: string
  /** What the next figure counts: 2家国家级、15家[省级龙头企业]. */
  following: string
}

function indicatorOf(candidate: Candidate, { dealt, baseline, adjoins, subject, following }: NamedBy): string {
  if (dealt !== undefined) return withFall(dealt, candidate)
  if (baseline) return baseline.lead.text.replace(FROM, '').replace(OPENING, '') || subject
  return adjoins ? adjoins.indicator : nameOf(candidate, { named: subject, following })
}

/** The noun phrase behind a figure of the segment. */
function thingOf({ text, sentence, segment, figures }: SegmentPlace, figure: Figure): string {
  const to = figures[figures.indexOf(figure) + 1]?.start ?? segment.end
  return thingBehind({ text, words: sentence.words }, { from: figure.boundEnd, to, followed: to < segment.end })
}

/** Whether the figure holds for each year: said here, or said for the clauses before it in the list. */
function perYearOf(text: string, from: number, candidate: Candidate, state: SentenceState): PerYear {
  if (isPerYear(text.slice(from, candidate.figure.start))) return 'stated'
  if (state.perYear === 'none' || !candidate.listed) return 'none'
  const joined = /[,、]/.test(text[from - 1] ?? '') || candidate.lead.text.length < candidate.figure.start - from
  return joined && !OWN_SPAN.test(text.slice(from, candidate.figure.start)) ? 'carried' : 'none'
}

/** 甲和乙分别达到5家, 甲、乙均达到45%, 东坡、西坡各新建苗圃2个, 知晓率、满意度达到90%: one figure for each of the names. */
function eachOf({ lead, thing }: Candidate): string[] {
  const hit = EACH.exec(lead.text)
  const words = lead.text.slice(0, hit?.index ?? lead.text.length - lead.tail).replace(OPENING, '')
  if (hit === null) return RATES.test(words) && thing === '' ? words.split(/(?<=[率度])[、和与及]/) : []
  const names = namesOf(words)
  if (!lead.verb || lead.verb.at < hit.index) return thing === '' && LEVEL.test(hit[0]) ? names : []
  const rest = lead.text.slice(hit.index + (hit[1]?.length ?? 0), lead.text.length - lead.tail)
  const done = (TELLING.test(rest) ? rest : rest.replace(/^(?:完成|实现|开展|实施|组织|建成)/, '')) + thing
  return /^[各每]/.test(names[0] ?? '') ? [] : names.map((name) => name + done)
}

const EACH = /(分别|均|都|各自?)(?=[\u4e00-\u9fa5])[^,;、和]{0,16}$/
const LEVEL = /^..?(?:要|须|力争|稳定|保持|控制)*(?:达|突破|超|不[低少高超]|提[高升]|[在到至])[^,;、和]{0,3}$/
const RATES = /^[\u4e00-\u9fa5]{2,12}[率度](?:[、和与及][\u4e00-\u9fa5]{2,12}[率度])+$/

/** A figure that is no target, read as if it were one: people may take it all the same. */
export const refusedAt = (candidate: Candidate, segment: Segment, refusal: UntakenReason): Reading => {
  const indicator = nameOf(candidate, { named: '', following: '' })
  return {
    candidate,
    segment,
    refusal,
    frame: frameOf(candidate).id,
    indicator,
    benefit: false,
    perYear: 'none',
    nth: null,
    baseline: null,
  }
}

/** The readings of one segment, from left to right, and behind them what it does not let through. */
export function readSegment(place: SegmentPlace, before: SentenceState): Reading[] {
  const { text, segment, sentence } = place
  const here: SegmentPlace = { text, sentence, segment, figures: shareUnits(text, place.figures) }
  const dealing = dealt(here, before)
  const toOne = new Set(dealing?.names).size === 1
  const readings: Reading[] = []
  const refused: Reading[] = []
  const { setting, perYear: carried, dealtTo } = before
  let state = before
  let turns = 0
  let first: Candidate | null = null
  let baseline: Candidate | null = null
  for (const [i, figure] of here.figures.entries()) {
    const next = here.figures[i + 1]
    const own = candidateAt(here, figure, state)
    if (isBaseline(here, own, next)) {
      baseline = own
      continue
    }
    const isDealt = dealing !== null && figure.start >= dealing.at
    // 分别 gives every figure the words before the first.
    const alike: Candidate = first ? { ...own, lead: first.lead, verb: first.verb, listed: true } : own
    const candidate: Candidate = baseline ? withUnitOf(alike, baseline) : alike
    if (isDealt) first ??= candidate
    const turn = isDealt ? turns++ : null
    const benefit = state.setting.terms && OFFERED.has(candidate.figure.unit?.dimension ?? '')
    const { frame, refusal } = judged(candidate, state.setting, benefit)
    if (refusal) {
      refused.push(refusedAt(candidate, segment, refusal))
      continue
    }
    const aim =
      ACTS.has(frame) || isBacked(candidate)
        ? nameOfAct(candidate)
        : indicatorOf(candidate, {
            dealt: turn === null ? undefined : dealing?.names[turn],
            baseline,
            adjoins: here.figures[i - 1]?.end === figure.start ? readings.at(-1) : undefined,
            subject: state.subject,
            following: next ? thingOf(here, next) : '',
          })
    const indicator = benefit
      ? nameOfBenefit(aim, text.slice(sentence.start, figure.start), candidate.tail)
      : perHead(aim, candidate, readings.at(-1))
    const perYear = perYearOf(text, segment.start, candidate, state)
    const nth = turn !== null && toOne ? ([turn, dealing?.names.length ?? 0] as const) : null
    const read = { candidate, segment, benefit, frame, perYear, nth, baseline: baseline?.figure ?? null, refusal }
    const names = turn === null && !benefit ? eachOf(candidate) : []
    readings.push(...(names.length > 1 ? names : [indicator]).map((name) => ({ ...read, indicator: name })))
    baseline = null
    const from = next ? nextLead(text, figure, next) : state.from
    const { verb, listing } = benefit ? state : { verb: candidate.verb, listing: true }
    state = { verb, listing, from, setting, perYear: carried, subject: indicator, dealtTo }
  }
  return [...readings, ...refused]
}
