import { findUnit, UNIT_NAMES, type Unit } from '#kernel/quantity.ts'
import type { TargetKind, TargetOp } from '../../compiled-plan.ts'
import { anyOf } from '../text/any-of.ts'
import { indicatorOf } from './classify-indicator.ts'
import type { Clause, QuantityContext } from './context.ts'
import { type Dated, type Draft, draftOf } from './draft-target.ts'
import { forceIn } from './stance.ts'

/**
 * Tables of targets that came as lines of text: 普及率 % 88 90 92 约束性, or all rows run together. A row is a name, a
 * unit and values; it is told by its attribute (约束性, 预期性) or by a heading above it that names unit and years. The
 * last value is the target, the first the level it starts from. Values run together without a mark are left alone.
 */

const UNIT = `(?:万亿|[亿万千百])?(?:${anyOf(UNIT_NAMES)})`
const VALUE = '[≥≤<>＞＜]?=?\\s?\\d+(?:\\.\\d+)?(?:[:∶]\\d+(?:\\.\\d+)?)?%?'
const ROW = `(?<name>[\\u4e00-\\u9fa5A-Za-z“(][^,;。|]{1,40}?)\\s?[(]?(?<unit>${UNIT}|—|-|/)[)]?\\s?(?<values>${VALUE}(?:(?:\\s|(?=[≥≤<>]))${VALUE}){0,5})\\s?`
const ATTRIBUTED = new RegExp(`${ROW}(?<attribute>约束性|预期性|指导性|导向性)`, 'g')
const WHOLE_LINE = new RegExp(`^\\d{0,2}[.、\\s]{0,2}${ROW}$`)
const HEADING = /指标.{0,12}单位(?<rest>.{0,60})/
const YEAR = /20\d{2}/g
const ATTRIBUTE = /约束性|预期性|指导性|导向性/
const LESS_IS_BETTER = /死亡率|发病率|失业率|辍学率|浓度|能耗|物耗|水耗|排放量|恩格尔|收入比|占用量|不良率/
const CHANGES = /增速|增长|增幅|下降|降低|减少/
const PER_HEAD = /人均|户均|生均|每[十百千万]+人?|亩均|地均/

export interface Heading {
  years: number[]
}

interface RowPlace {
  clause: Clause
  heading: Heading | null
  context: QuantityContext
}

interface Row {
  name: string
  unit: Unit | null
  written: string
  values: { text: string; at: number }[]
  start: number
  end: number
  /** The cell that says 约束性 or 预期性; empty without. */
  attribute: string
}

/** The heading a table of targets begins with; null when the text holds none. */
export function headingIn(text: string): Heading | null {
  if (!text.includes('单位') || !text.includes('指标')) return null
  const rest = HEADING.exec(text)?.groups?.rest
  const years = rest === undefined ? [] : (rest.split(ATTRIBUTE)[0]?.match(YEAR) ?? []).map(Number)
  return years.length === 0 ? null : { years }
}

/** The number of the row, and what of the heading ran into it. */
const RUN_ON =
  /^(?:.*(?:属性|性质|备注)(?:[一二三四五六七八九十]、[^\d]*)?)?(?:[一二三四五六七八九十]、[^\d]*)?\d{0,2}[.、\s]{0,2}(?=[\u4e00-\u9fa5“]{2})(?!岁|个|小时|天)/

function toRow(hit: RegExpExecArray | RegExpMatchArray): Row {
  const g = hit.groups ?? {}
  const start = hit.index ?? 0
  const name = (g.name ?? '').replace(/[\s(]+$/, '').replace(RUN_ON, '')
  const written = /^[—/-]$/.test(g.unit ?? '') ? '' : (g.unit ?? '')
  const from = start + hit[0].indexOf(g.values ?? '', (g.name ?? '').length)
  const values = [...(g.values ?? '').matchAll(new RegExp(VALUE, 'g'))].map((v) => ({ text: v[0], at: from + v.index }))
  const end = start + hit[0].trimEnd().length
  return { name, unit: findUnit(written) ?? null, written, values, start, end, attribute: g.attribute ?? '' }
}

const numberIn = (text: string): number => {
  const [above = '', below] = text.replace(/[^\d.:∶]/g, '').split(/[:∶]/)
  return below === undefined ? Number(above) : Number(above) / Number(below)
}

function kindOfRow({ name, unit }: Row): TargetKind {
  const dimension = unit?.dimension
  if (PER_HEAD.test(name)) return 'per_capita'
  if (dimension === 'percent' || dimension === 'points') return CHANGES.test(name) ? 'growth' : 'ratio'
  if (dimension === undefined) return 'ratio'
  if (dimension === 'money') return 'amount'
  if (dimension === 'area') return 'area'
  if (dimension === 'time') return unit?.normal === '岁' ? 'stock' : 'duration'
  return /新增|新建|新认定|新培育|净增/.test(name) ? 'new_in_period' : 'stock'
}

const SIGNS = new Map<string, TargetOp>([
  ['≤', '<='],
  ['≥', '>='],
  ['<', '<'],
  ['>', '>'],
])

function opOfRow(value: string, name: string): TargetOp {
  const sign = SIGNS.get(value.charAt(0))
  if (sign) return sign
  return LESS_IS_BETTER.test(name) && !CHANGES.test(name) ? '<=' : '>='
}

function periodOfRow(heading: Heading | null, { period }: QuantityContext): Dated {
  const last = heading?.years.at(-1)
  if (last === undefined) return { period, periodFrom: period && 'plan' }
  const start = period && period.start.slice(0, 4) <= String(last) ? period.start : `${last}-01-01`
  return { period: { start, end: `${last}-12-31` }, periodFrom: 'heading' }
}

function draftOfRow(row: Row, { clause, heading, context }: RowPlace): Draft | null {
  const { name, written: unit, values } = row
  const target = values.at(-1)
  const first = values.length > 1 ? values[0] : undefined
  if (!target || (values.length === 1 && (heading?.years.length ?? 2) > 1)) return null
  const kind = kindOfRow(row)
  const placed = ({ text, at }: Row['values'][number]) => [at, at + text.length] as const
  return draftOf(clause, context, {
    kind,
    op: opOfRow(target.text.trim(), name),
    value: numberIn(target.text),
    valueMax: null,
    unit,
    indicator: indicatorOf(name, name, { kind, unit }),
    force: forceIn(row.attribute),
    modality: '应当',
    dated: periodOfRow(heading, context),
    words: name,
    yearly: /年均|每年/.test(name),
    reached: true,
    baseline: first ? { value: numberIn(first.text), at: placed(first) } : null,
    said: [row.start, row.end],
    at: placed(target),
  })
}

/** The targets that stand in rows of a table in this text; `heading` is that of the table it continues. */
export function readRows(clause: Clause, heading: Heading | null, context: QuantityContext): Draft[] {
  const { text } = clause.passage
  const line = heading ? WHOLE_LINE.exec(text) : null
  const rows = ATTRIBUTE.test(text) ? [...text.matchAll(ATTRIBUTED)] : line ? [line] : []
  return rows.flatMap((hit) => draftOfRow(toRow(hit), { clause, heading, context }) ?? [])
}
