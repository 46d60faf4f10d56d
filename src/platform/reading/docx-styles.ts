import { attributeOf, childAt, childrenOf, type MarkupNode } from './xml.ts'

/** Properties of words that take them out of the text. */
const taking = ['vanish', 'strike', 'dstrike'] as const
type Taking = (typeof taking)[number]

export interface Styles {
  /** Ids of the paragraph styles of a generated table of contents. */
  contents: ReadonlySet<string>
  /** Whether a run is struck through or hidden, by itself or by its styles. */
  isStruck(run: MarkupNode, paragraphStyle: string | undefined): boolean
  isHidden(run: MarkupNode, paragraphStyle: string | undefined): boolean
}

interface Style {
  basedOn: string | undefined
  run: MarkupNode | undefined
}

/** Reads styles.xml as far as words are left out by it; it may be missing. */
export function readStyles(root: MarkupNode | undefined): Styles {
  const all = childrenOf(childAt(root, 'styles'), 'style')
  const styles = new Map(
    all.map((style): [string, Style] => [
      attributeOf(style, 'styleId') ?? '',
      { basedOn: attributeOf(childAt(style, 'basedOn'), 'val'), run: childAt(style, 'rPr') },
    ]),
  )
  const byStyle = (id: string | undefined, property: Taking): boolean | undefined => {
    const seen = new Set<string>()
    for (let at = id; at && !seen.has(at); at = styles.get(at)?.basedOn) {
      seen.add(at)
      const said = switched(styles.get(at)?.run, property)
      if (said !== undefined) return said
    }
    return undefined
  }
  const has = (run: MarkupNode, paragraphStyle: string | undefined, property: Taking): boolean => {
    const own = childAt(run, 'rPr')
    const style = attributeOf(childAt(own, 'rStyle'), 'val')
    return switched(own, property) ?? byStyle(style, property) ?? byStyle(paragraphStyle, property) ?? false
  }
  return {
    contents: new Set(all.filter(isContents).map((style) => attributeOf(style, 'styleId') ?? '')),
    isStruck: (run, style) => has(run, style, 'strike') || has(run, style, 'dstrike'),
    isHidden: (run, style) => has(run, style, 'vanish'),
  }
}

/** A property that is either on, off or not spoken of (ECMA-376 part 1, 17.17.4). */
function switched(properties: MarkupNode | undefined, property: Taking): boolean | undefined {
  const found = childAt(properties, property)
  return found && !['0', 'false', 'off'].includes(attributeOf(found, 'val') ?? '')
}

const isContents = (style: MarkupNode): boolean =>
  /^(toc \d|toc heading)$/i.test(attributeOf(childAt(style, 'name'), 'val') ?? '')
