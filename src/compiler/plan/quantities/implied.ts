import type { PlanTarget } from '../../compiled-plan.ts'
import { allMatches } from '../text/all-matches.ts'
import type { Clause, QuantityContext } from './context.ts'
import { type Aim, type Draft, draftOf } from './draft-target.ts'
import { OPENING } from './lead.ts'
import { periodsIn, periodWithin } from './period-state.ts'
import { OPEN_SETTING, settingOf } from './setting.ts'
import { forceOf, modalityOf } from './stance.ts'

/** 实现…全覆盖: every one of them, that is 100 %. */
const COVERAGE = /([^,;。:!()]{2,36}?)全覆盖(?=[,;。)、]|$)/g
const COVERS = /实现|做到|达到|确保/
/** Numbers are read elsewhere; 按照全覆盖要求 aims at nothing. */
const UNSAID = /\d|按照|要求|原则|坚持/
/** 到2025年…创建国家级…: a title to be won by a day. */
const TITLE = /(?:成功)?(?:创建|建成|争创|创成|获批|升级为|跻身)(?:为)?[“]?(?:国家级?|全国|省级)[^,;。、\d]{2,30}/g
/** 翻一番 is twice as much, 翻两番 four times; 倍增计划 is a name. */
const DOUBLES = /([^,;。:!()]{2,36}?)(?:翻([一两二])?番|(?<=实现)倍增)(?!计划|行动|工程|效应|[”])/g
/** One of these stands in every title. */
const RANKS = ['国家', '全国', '省级']
const PREPARES = /支持|鼓励|组织|积极|推动|探索|引导|配合/

type Named = Pick<Aim, 'kind' | 'op' | 'value' | 'unit'> & { name: string; period?: PlanTarget['period'] }

/** The draft of a phrase: `figure` is how many characters at its end stand for the figure, `before` the words that set its modality. */
function draftOfPhrase(clause: Clause, context: QuantityContext, { hit, named, figure, before }: Phrase): Draft {
  const end = hit.index + hit[0].length
  const said = [end - hit[0].trimStart().length, end] as const
  const { name, period, ...aim } = named
  return draftOf(clause, context, {
    ...aim,
    valueMax: null,
    indicator: { text: name, code: null },
    force: forceOf(clause.path, '', ''),
    modality: modalityOf(before, before),
    dated: period ? { period, periodFrom: 'words' } : periodWithin(clause, context),
    words: hit[0],
    yearly: false,
    reached: true,
    baseline: null,
    said,
    at: [end - figure, end],
  })
}

interface Phrase {
  hit: RegExpExecArray
  named: Named
  figure: number
  before: string
}

/** 实现网点全覆盖 and 网点实现全覆盖 name the same thing. */
const coveredBy = (words: string): string =>
  words
    .replace(/^.*(?:实现|力争|确保|做到)(?=.)/, '')
    .replace(/实现$/, '')
    .trim()

const coverage = (hit: RegExpExecArray): Named => ({
  kind: 'coverage',
  op: '=',
  value: 100,
  unit: '%',
  name: `${coveredBy(hit[1] ?? '')}覆盖`,
})

const LONGEST_CLAUSE = 250

/** 总产值突破20亿元,比上年翻一番: what the clause before is about. */
function nounBefore(text: string): string {
  const clause = text.slice(Math.max(text.lastIndexOf('。'), text.lastIndexOf(';')) + 1).replace(/[,、]$/, '')
  return (clause.split(',').at(-1) ?? '')
    .replace(/(?:达到?|突破|超过|[\d一二两三四五六七八九十]).*$/, '')
    .replace(OPENING, '')
}

function doubling(hit: RegExpExecArray, text: string): Named {
  const value = /[两二]/.test(hit[2] ?? '') ? 4 : 2
  const words = (hit[1] ?? '').replace(/(?:比|较)[^,]*$|实现$/g, '').replace(/^.*?(?:力争|确保|到\d{4}年)/, '')
  const name = words.replace(/实现$/, '').trim()
  const before = text.slice(Math.max(0, hit.index - LONGEST_CLAUSE), hit.index)
  return { kind: 'growth', op: '>=', value, unit: '倍', name: name || nounBefore(before) }
}

/** A title named further into its sentence is not what the sentence is about. */
const LONGEST_LEAD = 40

function titleAt(hit: RegExpExecArray, text: string, context: QuantityContext): Omit<Phrase, 'hit'> | null {
  const near = text.slice(Math.max(0, hit.index - LONGEST_LEAD - 1), hit.index)
  const before = near.slice(Math.max(near.lastIndexOf('。'), near.lastIndexOf(';')) + 1)
  if (before.length > LONGEST_LEAD) return null
  const due = periodsIn(before, context).findLast((p) => p.carries || /年内|底|前/.test(before))
  if (!due || PREPARES.test(before) || settingOf(before, OPEN_SETTING, context).past) return null
  const named = { kind: 'milestone', op: 'by', value: null, unit: '', name: hit[0], period: due.period } as const
  return { named, figure: hit[0].length, before }
}

/** Targets that name no figure: full coverage, doubling, and national or provincial titles with a date. */
export function readImplied(clause: Clause, context: QuantityContext): Draft[] {
  const { text } = clause.passage
  const isPast = (hit: RegExpExecArray): boolean => settingOf(hit[0], OPEN_SETTING, context).past
  const covered = text.includes('全覆盖') ? allMatches(COVERAGE, text) : []
  const doubled = /番|倍增/.test(text) ? allMatches(DOUBLES, text) : []
  const titled = RANKS.some((rank) => text.includes(rank)) ? allMatches(TITLE, text) : []
  const phrases = [
    ...covered
      .filter((hit) => COVERS.test(hit[0]) && !UNSAID.test(hit[0]) && !isPast(hit))
      .map((hit) => ({ hit, named: coverage(hit), figure: 3, before: hit[0] })),
    ...doubled
      .filter((hit) => !isPast(hit))
      .map((hit) => ({ hit, named: doubling(hit, text), figure: 2, before: hit[0] })),
    ...titled.flatMap((hit) => {
      const title = titleAt(hit, text, context)
      return title ? [{ hit, ...title }] : []
    }),
  ]
  return phrases.map((phrase) => draftOfPhrase(clause, context, phrase))
}
