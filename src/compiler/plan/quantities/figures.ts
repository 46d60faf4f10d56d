import { parseNumeral } from '#kernel/numerals.ts'
import { findUnit, UNIT_NAMES, type Unit } from '#kernel/quantity.ts'
import { anyOf } from '../text/any-of.ts'
import { characterTable } from '../text/character-table.ts'

/** A number with its unit and the bound that follows it: 5-8平方公里, 三个, 百分之三十, 0.15亿元以上. */
export interface Figure {
  start: number
  /** End of the unit, before any bound. */
  end: number
  /** End of the bound (以上, 左右…); equal to `end` without one. */
  boundEnd: number
  value: number
  valueMax: number | null
  /** Null for bare numbers and proportions (0.515, 2:1). */
  unit: Unit | null
  bound: Bound | null
  /** What a proportion is held against, as written: ∶1. */
  proportion: string
  /** Written in Chinese digits, where 一 and 两 are often mere words. */
  chinese: boolean
}

export type Bound = 'at_least' | 'at_most' | 'about'

const UNIT = `(?:万亿|百万|千万|[亿万千])?[余多]?(?:${anyOf(UNIT_NAMES)})(?:\\([个项家户名人件次场套段种类]\\))?`
const ARABIC = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?'
/** 百家 and 千亿元 are numbers only behind 突破 and the like; elsewhere they are names (千企百城). */
const CHINESE = '[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]*|(?<=突破|超过|达到|[超达过至到])[百千万]'
const DASH = '\\s?(?:-|—|–|－|~|～|至|到)+\\s?'
const PARTS = '(?<parts>[百千万])分之(?<share>[零一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?)'
const FIGURE = new RegExp(
  `${PARTS}|(?<number>${ARABIC}|${CHINESE})(?:(?<scale>万亿|[万亿千]|%|[个家项名人年张套座处条户场亩辆台]|公里|万[家户亩人吨元]|亿元)?${DASH}(?<upto>${ARABIC}|${CHINESE}))?[余多]?\\s?(?<unit>${UNIT})?`,
  'y',
)
/** Characters a figure begins with; the pattern is tried at these alone. */
const FIGURE_FIRST = characterTable('0123456789一二两三四五六七八九十百千万')
const PROPORTION = /^\s?[:∶]\s?\d+(?:\.\d+)?/
const BOUND = /^\s?(?:\(含\))?(?:及|或|\))?\s?(以上|以内|之内|以下|左右|上下|内(?![\u4e00-\u9fa5]))/
const BOUNDS: Readonly<Record<string, Bound>> = {
  以上: 'at_least', 以内: 'at_most', 之内: 'at_most', 以下: 'at_most', 内: 'at_most', 左右: 'about', 上下: 'about',
} // biome-ignore format: a list
/** A unit character that in fact begins another word: 12部门, 一次性, 一件事, 两条龙, 3类人. */
const FALSE_UNIT =
  /^(?:次性|件事|部门|部委|部分|片区|名次|种子|门类|口径|口碑|类别|场所|期间|位于|只有|度假|度电|套餐|批准|方面|方案|方式|方位|天然|日报|处于|处理|段落|组织|单位|班组|头部|根据|根本|个体|项目|名单|名录|级|人民|人才|人均|人工|种植|支持|支撑|支行|张贴|块地|条件|条例|位数|分(?!钟|以上|左右|以内|以下|[,;。、)])|担保|担任|袋鼠|路口|路段|路线|把握|把关|把手|副主|副[县市镇乡局处科校院]|届时|届次|顶[层级]|具[有体备])/
const DATE = /^\s?[年月日号度]/
/** 5G基站, 3D打印, 100亿级: the number belongs to a name or a class. */
const NAMED = /^[A-Za-z]|^[万亿千百十]+级|^[-+]\d|^[+]/

type Groups = Record<string, string | undefined>

function unitOf(written: string | undefined): Unit | null {
  return written === undefined ? null : (findUnit(written.replace(/[余多]/, '')) ?? null)
}

function share(g: Groups): { value: number; unit: Unit | null } | null {
  const value = parseNumeral(g.share ?? '')
  const sign = { 百: '%', 千: '‰' }[g.parts ?? '']
  return value === undefined || sign === undefined ? null : { value, unit: findUnit(sign) ?? null }
}

function isPartOfWord(text: string, match: RegExpExecArray, unitStart: number): boolean {
  const before = text[match.index - 1] ?? ''
  if (before === '第' && /^[位名]/.test(text.slice(unitStart, unitStart + 1))) return false
  if (/[\da-z.第〔+]/.test(before)) return true
  // AED3000台 counts, PM2.5 and A3类 do not.
  if (before >= 'A' && before <= 'Z' && !/(?<!P)[A-Z]{2}$/.test(text.slice(0, match.index).slice(-3))) return true
  return FALSE_UNIT.test(text.slice(unitStart, unitStart + 4))
}

function boundAfter(text: string, end: number): { bound: Bound | null; boundEnd: number } {
  const hit = BOUND.exec(text.slice(end, end + 8))
  return hit ? { bound: BOUNDS[hit[1] ?? ''] ?? null, boundEnd: end + hit[0].length } : { bound: null, boundEnd: end }
}

function bare(text: string, match: RegExpExecArray, value: number): Figure | null {
  const end = match.index + match[0].trimEnd().length
  if (DATE.test(text.slice(end, end + 2)) || NAMED.test(text.slice(end, end + 3))) return null
  const proportion = PROPORTION.exec(text.slice(end, end + 10))
  const stop = end + (proportion?.[0].length ?? 0)
  const below = proportion ? Number(proportion[0].replace(/[^\d.]/g, '')) : 1
  const { bound, boundEnd } = boundAfter(text, stop)
  const ratio = below > 0 ? value / below : value
  return {
    start: match.index,
    end: stop,
    boundEnd,
    value: ratio,
    valueMax: null,
    unit: null,
    proportion: proportion && below === 1 ? '∶1' : '',
    bound,
    chinese: false,
  }
}

function toFigure(text: string, match: RegExpExecArray): Figure | null {
  const g: Groups = match.groups ?? {}
  const chinese = !/\d/.test(match[0])
  const parts = g.parts === undefined ? null : share(g)
  const value = parts?.value ?? parseNumeral(g.number ?? '')
  if (value === undefined) return null
  const unitStart = match.index + match[0].length - (g.unit?.length ?? 0)
  const unit = parts?.unit ?? (isPartOfWord(text, match, unitStart) ? null : unitOf(g.unit))
  if (unit === null)
    return chinese || g.upto !== undefined || /[\dA-Za-z.第]/.test(text[match.index - 1] ?? '') || g.unit
      ? null
      : bare(text, match, value)
  const end = match.index + match[0].length
  const valueMax = g.upto === undefined ? null : (parseNumeral(g.upto) ?? null)
  const { bound, boundEnd } = boundAfter(text, end)
  return { start: match.index, end, boundEnd, value, valueMax, unit, bound, proportion: '', chinese }
}

/** Every figure of a text in order of place. */
export function scanFigures(text: string): Figure[] {
  const figures: Figure[] = []
  for (let i = 0; i < text.length; i++) {
    if (!FIGURE_FIRST[text.charCodeAt(i)]) continue
    FIGURE.lastIndex = i
    const match = FIGURE.exec(text)
    if (!match) continue
    const figure = toFigure(text, match)
    if (figure) figures.push(figure)
    i = Math.max(i + match[0].length, figure?.end ?? 0) - 1
  }
  return figures
}
