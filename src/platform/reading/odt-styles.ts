import { formatListNumber } from './list-number.ts'
import { attributeOf, childAt, childrenOf, descendants, type MarkupNode, tagOf } from './xml.ts'

/** Gives the number of an item that has words, counting on. */
export type NumberItem = () => string

export interface OdtStyles {
  /** Whether words of a style are struck through or hidden. */
  isTaken(style: string | undefined, how: 'struck' | 'hidden'): boolean
  restart(list: string | undefined, level: number): void
  numberItem(list: string | undefined, level: number, start: string | undefined): string
  numberHeading(heading: MarkupNode): string
}

/** Number formats (ISO/IEC 26300, 19.500) by the name Word has for them. */
const formats: Record<string, string> = {
  '1': 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman', 一: 'chineseCounting', 壹: 'chineseLegalSimplified',
  '①': 'decimalEnclosedCircle', '１': 'decimalFullWidth', 甲: 'ideographTraditional', 子: 'ideographZodiac',
} // biome-ignore format: a table

/** The outline of headings stands among the lists under a name no list has. */
const outline = ' outline'

/** Reads the styles of both parts; the later, the document's own, go before. */
export function readOdtStyles(roots: readonly (MarkupNode | undefined)[]): OdtStyles {
  const groups = roots.flatMap((root) => ['styles', 'automatic-styles'].flatMap((tag) => childrenOf(root, tag)))
  const styles = new Map(
    groups.flatMap((group) => childrenOf(group, 'style')).map((each) => [attributeOf(each, 'name'), each]),
  )
  const lists = new Map<string, Map<number, MarkupNode>>()
  for (const each of groups.flatMap((group) => [
    ...descendants(group, 'list-style'),
    ...descendants(group, 'outline-style'),
  ])) {
    const name = tagOf(each) === 'outline-style' ? outline : (attributeOf(each, 'name') ?? '')
    lists.set(name, new Map((each.children ?? []).map((level) => [Number(attributeOf(level, 'level')), level])))
  }
  const counters = new Map<string, Map<number, number>>()
  const numberItem = (list = '', level: number, start: string | undefined): string => {
    const counts = counters.get(list) ?? new Map<number, number>()
    counters.set(list, counts)
    const first = Number.parseInt(start ?? '', 10)
    const begin = Number.parseInt(attributeOf(lists.get(list)?.get(level), 'start-value') ?? '1', 10)
    counts.set(level, Number.isNaN(first) ? (counts.get(level) ?? begin - 1) + 1 : first)
    for (const deeper of counts.keys()) if (deeper > level) counts.delete(deeper)
    return labelOf(lists.get(list) ?? new Map(), level, counts)
  }
  return {
    isTaken: (style, how) => isTaken(styles, style, how),
    restart: (list = '', level) => {
      for (const at of counters.get(list)?.keys() ?? []) if (at >= level) counters.get(list)?.delete(at)
    },
    numberItem,
    numberHeading: (heading) => {
      const level = Number.parseInt(attributeOf(heading, 'outline-level') ?? '1', 10)
      const isPlain = !attributeOf(lists.get(outline)?.get(level), 'num-format')
      return isPlain || attributeOf(heading, 'is-list-header') === 'true' ? '' : numberItem(outline, level, undefined)
    },
  }
}

/** An item's number with those of the levels above that are shown with it. */
function labelOf(levels: ReadonlyMap<number, MarkupNode>, level: number, counts: ReadonlyMap<number, number>): string {
  const node = levels.get(level)
  if (!node || tagOf(node).endsWith('bullet')) return node ? (attributeOf(node, 'bullet-char') ?? '') && '•' : ''
  const format = attributeOf(node, 'num-format') ?? ''
  const shown = Math.min(level, Math.max(1, Number.parseInt(attributeOf(node, 'display-levels') ?? '1', 10) || 1))
  const numbers = Array.from({ length: format === '' ? 0 : shown }, (_, i) => {
    const at = level - shown + 1 + i
    const own = attributeOf(levels.get(at), 'num-format') ?? format
    return formatListNumber(counts.get(at) ?? 1, formats[own.slice(0, 1)] ?? 'decimal')
  })
  return `${attributeOf(node, 'num-prefix') ?? ''}${numbers.join('.')}${attributeOf(node, 'num-suffix') ?? ''}`
}

function isTaken(
  styles: ReadonlyMap<string | undefined, MarkupNode>,
  style: string | undefined,
  how: 'struck' | 'hidden',
): boolean {
  const seen = new Set<string>()
  for (let at = style; at && !seen.has(at); at = attributeOf(styles.get(at), 'parent-style-name')) {
    seen.add(at)
    const words = childAt(styles.get(at), 'text-properties')
    const said =
      how === 'hidden'
        ? attributeOf(words, 'display')
        : (attributeOf(words, 'text-line-through-style') ?? attributeOf(words, 'text-line-through-type'))
    if (said !== undefined) return how === 'hidden' ? said === 'none' : said !== 'none'
  }
  return false
}
