import type { PlanTarget } from '../../compiled-plan.ts'
import type { Passage } from '../passage.ts'
import { allMatches } from '../text/all-matches.ts'
import type { QuantityContext } from './context.ts'
import { OPENING } from './lead.ts'
import { periodsIn } from './period-state.ts'
import { OPEN_SETTING, settingOf } from './setting.ts'
import { modalityOf } from './stance.ts'

type Implied = Omit<PlanTarget, 'id' | 'taskId' | 'period' | 'scopeLevel' | 'duplicateOf'> & {
  period: PlanTarget['period']
}

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

const shell = { valueMax: null, baseline: null } as const

/** 实现网点全覆盖 and 网点实现全覆盖 name the same thing. */
const coveredBy = (words: string): string =>
  words
    .replace(/^.*(?:实现|力争|确保|做到)(?=.)/, '')
    .replace(/实现$/, '')
    .trim()

function coverage(passage: Passage, hit: RegExpMatchArray): Implied {
  const at = hit.index ?? 0
  const end = at + hit[0].length
  const clause = { text: hit[0].trim(), span: passage.span(at + (hit[0].length - hit[0].trimStart().length), end) }
  return {
    ...shell,
    kind: 'coverage',
    op: '=',
    value: 100,
    unit: '%',
    normal: { unit: '%', value: 100, valueMax: null },
    indicator: { text: `${coveredBy(hit[1] ?? '')}覆盖`, code: null },
    modality: modalityOf(hit[0], hit[0]),
    clause,
    valueSpan: passage.span(end - 3, end),
    period: null,
  }
}

const LONGEST_CLAUSE = 250

/** 总产值突破20亿元,比上年翻一番: what the clause before is about. */
function nounBefore(text: string): string {
  const clause = text.slice(Math.max(text.lastIndexOf('。'), text.lastIndexOf(';')) + 1).replace(/[,、]$/, '')
  return (clause.split(',').at(-1) ?? '')
    .replace(/(?:达到?|突破|超过|[\d一二两三四五六七八九十]).*$/, '')
    .replace(OPENING, '')
}

function doubling(passage: Passage, hit: RegExpMatchArray): Implied {
  const at = hit.index ?? 0
  const end = at + hit[0].length
  const start = at + (hit[0].length - hit[0].trimStart().length)
  const value = /[两二]/.test(hit[2] ?? '') ? 4 : 2
  const name = (hit[1] ?? '').replace(/(?:比|较)[^,]*$|实现$/g, '').replace(/^.*?(?:力争|确保|到\d{4}年)/, '')
  return {
    ...shell,
    kind: 'growth',
    op: '>=',
    value,
    unit: '倍',
    normal: { unit: '倍', value, valueMax: null },
    indicator: {
      text: name.replace(/实现$/, '').trim() || nounBefore(passage.text.slice(Math.max(0, at - LONGEST_CLAUSE), at)),
      code: null,
    },
    modality: modalityOf(hit[0], hit[0]),
    clause: { text: hit[0].trim(), span: passage.span(start, end) },
    valueSpan: passage.span(end - 2, end),
    period: null,
  }
}

/** A title named further into its sentence is not what the sentence is about. */
const LONGEST_LEAD = 40

function titles(passage: Passage, context: QuantityContext): Implied[] {
  const hits = RANKS.some((rank) => passage.text.includes(rank)) ? allMatches(TITLE, passage.text) : []
  return hits.flatMap((hit) => {
    const near = passage.text.slice(Math.max(0, hit.index - LONGEST_LEAD - 1), hit.index)
    const before = near.slice(Math.max(near.lastIndexOf('。'), near.lastIndexOf(';')) + 1)
    if (before.length > LONGEST_LEAD) return []
    const due = periodsIn(before, context)
      .filter((p) => p.carries || /年内|底|前/.test(before))
      .at(-1)
    if (!due || PREPARES.test(before) || settingOf(before, OPEN_SETTING, context).past) return []
    const span = passage.span(hit.index, hit.index + hit[0].length)
    return [
      {
        ...shell,
        kind: 'milestone' as const,
        op: 'by' as const,
        value: null,
        unit: '',
        normal: null,
        indicator: { text: hit[0], code: null },
        modality: modalityOf(before, before),
        clause: { text: hit[0], span },
        valueSpan: span,
        period: due.period,
      },
    ]
  })
}

/** Targets that name no figure: full coverage, doubling, and national or provincial titles with a date. */
export function readImplied(passage: Passage, context: QuantityContext): Implied[] {
  const { text } = passage
  const covered = text.includes('全覆盖') ? allMatches(COVERAGE, text) : []
  const aimed = covered.filter(
    (hit) => COVERS.test(hit[0]) && !UNSAID.test(hit[0]) && !settingOf(hit[0], OPEN_SETTING, context).past,
  )
  const doubled = /番|倍增/.test(text) ? allMatches(DOUBLES, text) : []
  const grown = doubled.filter((hit) => !settingOf(hit[0], OPEN_SETTING, context).past)
  return [
    ...aimed.map((hit) => coverage(passage, hit)),
    ...grown.map((hit) => doubling(passage, hit)),
    ...titles(passage, context),
  ]
}
