import { load } from 'cheerio'
import { Parser } from 'htmlparser2'
import { readingErrors } from './errors.ts'

/** As much of a parsed XML or HTML node as the readers look at. */
export interface MarkupNode {
  type: string
  name?: string
  data?: string
  attribs?: Record<string, string>
  children?: MarkupNode[]
}

/** Browsers nest no deeper than 512, and no office program does; building a tree takes as long as it is deep, for every tag. */
const deepest = 512

/** @throws readingErrors.tooDeep before any tree is built */
export function refuseDeep(markup: string, options: { xmlMode?: boolean } = {}): void {
  let depth = 0
  const onopentag = (): void => {
    depth += 1
    if (depth > deepest) throw readingErrors.tooDeep({})
  }
  const onclosetag = (): void => {
    depth -= 1
  }
  new Parser({ onopentag, onclosetag }, options).end(markup)
}

/** Parses XML leniently; the result is the document node. Throws `reading.tooDeep`. */
export function parseXml(xml: string): MarkupNode {
  refuseDeep(xml, { xmlMode: true })
  const root = load(xml, { xml: true }).root()[0]
  return root ?? { type: 'root', children: [] }
}

/** A name without its namespace prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A name without its namespace prefix; empty for text. */
export const tagOf = (node: MarkupNode): string => localName(node.name ?? '')

/** The direct children of one local name. */
export const childrenOf = (node: MarkupNode | undefined, tag: string): MarkupNode[] =>
  (node?.children ?? []).filter((child) => tagOf(child) === tag)

/** Follows first children by local name: `childAt(p, 'pPr', 'numPr')`. */
export const childAt = (node: MarkupNode | undefined, ...path: string[]): MarkupNode | undefined =>
  path.reduce<MarkupNode | undefined>((at, tag) => childrenOf(at, tag)[0], node)

/** An attribute by local name (`val` finds `w:val`). */
export function attributeOf(node: MarkupNode | undefined, name: string): string | undefined {
  return Object.entries(node?.attribs ?? {}).find(([key]) => localName(key) === name)?.[1]
}

/** `w:val` of a child as an integer. */
export function numberAt(node: MarkupNode | undefined, ...path: string[]): number | undefined {
  const value = Number.parseInt(attributeOf(childAt(node, ...path), 'val') ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}

/** Every descendant of one local name, in document order. */
export function* descendants(node: MarkupNode, tag: string): Generator<MarkupNode> {
  for (const child of node.children ?? []) {
    if (tagOf(child) === tag) yield child
    yield* descendants(child, tag)
  }
}

/** All character content below a node. */
export const wordsOf = (node: MarkupNode): string =>
  node.type === 'text' ? (node.data ?? '') : (node.children ?? []).map(wordsOf).join('')
