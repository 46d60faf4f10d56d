import type { Line, ReadingText } from '../text/reading-text.ts'
import { findDate } from './dates.ts'
import { findDocumentNumber } from './document-number.ts'

/** What the table above a published document says of it (索引号, 发文机关, 文号, 成文日期……). */
export interface PageFacts {
  title?: string | undefined
  issuer?: string | undefined
  number?: string | undefined
  issuedOn?: string | undefined
  /** The day the page was put up: later than the day of issue, sometimes by years. */
  pageOn?: string | undefined
}

type Fact = keyof PageFacts | 'other'

const FACTS: readonly (readonly [RegExp, Fact])[] = [
  [/^(?:发文机关|发布机构|发文单位|制发机关|公开机构|发布单位|发文机构|制定机关|公开责任部门)/, 'issuer'],
  [/^(?:发文字号|文号|文件编号|公文文号|文件字号)/, 'number'],
  [/^(?:成文日期|发文日期|生成日期|印发日期|制发日期|成文时间|发文时间)/, 'issuedOn'],
  [/^(?:发布日期|发布时间|公开日期|公布日期|日期)/, 'pageOn'],
  [/^(?:标题|名称|信息名称|文件名称|公文名称)/, 'title'],
]
const LABELS =
  /索引号|主题分类|发文机关|[发公]布(?:机构|单位|日期|时间)|发文(?:单位|机构|字号|日期|时间)|制[发定]机关|公开(?:机构|责任部门|日期|方式|范围)|公文文号|文件(?:编号|字号|有效性)|文号|(?:成文|生成|印发|制发|实施|失效)日期|成文时间|(?:信息)?来源|标题|(?:信息|文件|公文)?名称|有效性|主题词|公文种类|体裁分类|关键词|统一登记号|浏览次数|信息分类/g
const FIRST_LABEL = new RegExp(LABELS.source)
/** Labels this far down are no longer above the document. */
const HEAD_LINES = 60

/** A line of the table begins with one of its labels, a short one with its colon. */
function isFactLine(words: string): boolean {
  const label = words.length < 200 && !words.includes('。') ? FIRST_LABEL.exec(words) : null
  return label?.index === 0 && (label[0].length > 2 || label[0] === '文号' || words[label[0].length] === ':')
}

function keep(facts: PageFacts, label: string, value: string): void {
  const fact: Fact = FACTS.find(([word]) => word.test(label))?.[1] ?? 'other'
  const words = value.replace(/^[::\s]+|\s+$/g, '')
  if (fact === 'other' || words === '' || words === '无' || facts[fact] !== undefined) return
  if (fact === 'issuedOn' || fact === 'pageOn') facts[fact] = findDate(words)
  else if (fact === 'number') facts.number = findDocumentNumber(words)
  else facts[fact] = words
}

/** Reads the table and marks its lines; `after` is the number of the first line below it. */
export function readPageFacts({ text, lines }: ReadingText): { facts: PageFacts; isFact: (line: Line) => boolean } {
  const facts: PageFacts = {}
  const taken = new Set<Line>()
  lines.slice(0, HEAD_LINES).forEach((line, i) => {
    const words = text.slice(line.start, line.end).replace(/(?<=[一-龥]) +(?=[一-龥])/g, '')
    if (taken.has(line) || !isFactLine(words)) return
    taken.add(line)
    const labels = [...words.matchAll(LABELS)]
    labels.forEach((label, k) => {
      keep(facts, label[0], words.slice(label.index + label[0].length, labels[k + 1]?.index))
    })
    const next = lines[i + 1]
    const last = labels[labels.length - 1]
    if (!next || !last || words.slice(last.index + last[0].length).replace(/[::\s]/g, '') !== '') return
    const value = text.slice(next.start, next.end)
    if (value.length > 120 || isFactLine(value) || next.afterGap) return
    keep(facts, last[0], value)
    if (words.endsWith(':') && !/通知|意见|方案/.test(value)) taken.add(next)
  })
  return { facts, isFact: (line) => taken.has(line) }
}
