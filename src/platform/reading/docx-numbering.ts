import { formatListNumber } from './list-number.ts'
import { attributeOf, childAt, childrenOf, type MarkupNode, numberAt } from './xml.ts'

interface Level {
  start: number
  format: string
  /** `第%1条`, `（%2）`. */
  pattern: string
  /** The paragraph style this level belongs to. */
  style: string | undefined
  /** Restart after this level (1-based); 0 never. */
  restart: number | undefined
  legal: boolean
}

interface List {
  abstractId: string
  levels: Map<number, Level>
  /** Levels whose start this list overrides, so that its first use begins anew. */
  restarts: Map<number, number>
}

interface StyleNumber {
  basedOn: string | undefined
  listId: string | undefined
  level: number | undefined
}

/** Gives each paragraph, asked in document order, the number Word would print before it. */
export type NumberParagraph = (paragraph: MarkupNode) => string

/** Reads numbering.xml and styles.xml (either may be missing) and returns the stateful numberer. */
export function readNumbering(numbering: MarkupNode | undefined, styles: MarkupNode | undefined): NumberParagraph {
  const lists = readLists(childAt(numbering, 'numbering'))
  const styleNumbers = readStyles(childAt(styles, 'styles'))
  const counters = new Map<string, Map<number, number>>()
  const started = new Set<string>()
  return (paragraph) => {
    const found = findList(paragraph, lists, styleNumbers)
    if (!found) return ''
    const { list, listId, level } = found
    const counts = counters.get(list.abstractId) ?? new Map<number, number>()
    counters.set(list.abstractId, counts)
    if (!started.has(listId)) for (const at of list.restarts.keys()) counts.delete(at)
    started.add(listId)
    advance(counts, list, level)
    return print(counts, list, level)
  }
}

function readLists(root: MarkupNode | undefined): Map<string, List> {
  const abstracts = new Map(childrenOf(root, 'abstractNum').map((each) => [attributeOf(each, 'abstractNumId'), each]))
  const byStyleLink = new Map(
    [...abstracts.values()].map((each) => [attributeOf(childAt(each, 'styleLink'), 'val'), each]),
  )
  return new Map(
    childrenOf(root, 'num').map((num) => {
      const abstractId = attributeOf(childAt(num, 'abstractNumId'), 'val') ?? ''
      const own = abstracts.get(abstractId)
      const link = attributeOf(childAt(own, 'numStyleLink'), 'val')
      const levels = readLevels(link ? (byStyleLink.get(link) ?? own) : own)
      const restarts = new Map<number, number>()
      for (const override of childrenOf(num, 'lvlOverride')) {
        const at = Number(attributeOf(override, 'ilvl') ?? 0)
        for (const [level, shape] of readLevels(override)) levels.set(level, shape)
        const start = numberAt(override, 'startOverride')
        if (start !== undefined) restarts.set(at, start)
      }
      return [attributeOf(num, 'numId') ?? '', { abstractId, levels, restarts }]
    }),
  )
}

const readLevels = (node: MarkupNode | undefined): Map<number, Level> =>
  new Map(
    childrenOf(node, 'lvl').map((lvl) => [
      Number(attributeOf(lvl, 'ilvl') ?? 0),
      {
        start: numberAt(lvl, 'start') ?? 0,
        format: attributeOf(childAt(lvl, 'numFmt'), 'val') ?? 'decimal',
        pattern: attributeOf(childAt(lvl, 'lvlText'), 'val') ?? '',
        style: attributeOf(childAt(lvl, 'pStyle'), 'val'),
        restart: numberAt(lvl, 'lvlRestart'),
        legal: childAt(lvl, 'isLgl') !== undefined,
      },
    ]),
  )

const readStyles = (root: MarkupNode | undefined): Map<string, StyleNumber> =>
  new Map(
    childrenOf(root, 'style').map((style) => [
      attributeOf(style, 'styleId') ?? '',
      {
        basedOn: attributeOf(childAt(style, 'basedOn'), 'val'),
        listId: attributeOf(childAt(style, 'pPr', 'numPr', 'numId'), 'val'),
        level: numberAt(style, 'pPr', 'numPr', 'ilvl'),
      },
    ]),
  )

function findList(paragraph: MarkupNode, lists: Map<string, List>, styles: Map<string, StyleNumber>) {
  const own = childAt(paragraph, 'pPr', 'numPr')
  let listId = attributeOf(childAt(own, 'numId'), 'val')
  let level = numberAt(own, 'ilvl')
  const style = attributeOf(childAt(paragraph, 'pPr', 'pStyle'), 'val')
  const seen = new Set<string>()
  for (let at = style; at && !seen.has(at) && (!listId || level === undefined); at = styles.get(at)?.basedOn) {
    seen.add(at)
    listId ??= styles.get(at)?.listId
    level ??= styles.get(at)?.level
  }
  const list = listId ? lists.get(listId) : undefined
  if (!list || !listId) return undefined
  const byStyle = [...list.levels].find(([, shape]) => shape.style !== undefined && seen.has(shape.style))?.[0]
  return { list, listId, level: level ?? byStyle ?? 0 }
}

function advance(counts: Map<number, number>, list: List, level: number): void {
  const startOf = (at: number) => list.restarts.get(at) ?? list.levels.get(at)?.start ?? 1
  // A level never used above this one shows its first number.
  for (let at = 0; at < level; at += 1) if (!counts.has(at)) counts.set(at, startOf(at))
  const before = counts.get(level)
  counts.set(level, before === undefined ? startOf(level) : before + 1)
  for (const [deeper, shape] of list.levels) {
    if (deeper > level && (shape.restart === undefined || shape.restart > level)) counts.delete(deeper)
  }
}

function print(counts: Map<number, number>, list: List, level: number): string {
  const shape = list.levels.get(level)
  if (!shape) return ''
  // Bullets are pictures of a symbol font; one plain dot stands for all of them.
  if (shape.format === 'bullet') return '•'
  return shape.pattern.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = shape.legal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal')
    return formatListNumber(counts.get(at) ?? list.levels.get(at)?.start ?? 1, format)
  })
}
