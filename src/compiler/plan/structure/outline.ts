import { allMatches } from '../text/all-matches.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { type NumberToken, rankOf } from './numbering.ts'
import type { Part } from './parts.ts'
import { headingRole, type SectionRole } from './section-role.ts'

/** A numbered heading with what stands under it. */
export interface OutlineNode {
  number: NumberToken
  parent: OutlineNode | null
  children: OutlineNode[]
  /** 1 for the top of its part. */
  depth: number
  /** Paragraphs of its own, the heading's first, up to its first child. */
  first: number
  after: number
  /** Its title, without number and full stop: a range of the reading text. */
  title: { start: number; end: number }
  /** Its own heading's role. */
  heading: SectionRole
  /** Its own heading's role or that of the nearest heading above that has one. */
  role: SectionRole
}

/** A title longer than this is a sentence; it is cut at a comma. */
const TITLE_LENGTH = 60
const SHORT_HEADING = 30
const STOP = /[。;!?]|:(?=.{8})/g

/** A heading ends at its full stop (run in) or with its line; a bracket at its end is no part of it. */
export function titleOf(text: string, paragraph: Paragraph): { start: number; end: number } {
  const start = paragraph.start + (paragraph.number?.length ?? 0)
  const body = text.slice(start, Math.min(paragraph.end, start + 200))
  const stop = allMatches(STOP, body).find(
    ({ index, 0: mark }) => !insideMarks(body, index) && !(mark === ':' && isNameColon(body, index, paragraph)),
  )
  let end = stop?.index ?? body.length
  const bracket = body.slice(0, end).search(/[(〔[【](?=[^()〔〕]{0,40}(?:负责|牵头|责任|配合|单位|部门))/)
  if (bracket > 0) end = Math.min(end, bracket)
  if (end > TITLE_LENGTH) {
    const comma = Math.max(body.lastIndexOf(',', TITLE_LENGTH), 0)
    end = comma > 8 ? comma : Math.max(body.lastIndexOf('、', TITLE_LENGTH), Math.min(end, TITLE_LENGTH / 2))
  }
  return { start, end: start + end }
}

/** 行动一：种业振兴行动 — the colon stands between a running name and the title proper, or within a short heading. */
function isNameColon(body: string, at: number, { start, end, number }: Paragraph): boolean {
  if (/^(?:专项)?(?:行动|任务|举措|措施|工程|项目|目标)[一二三四五六七八九十\d]{1,3}$/.test(body.slice(0, at)))
    return true
  return end - start - (number?.length ?? 0) <= SHORT_HEADING && !/[。;,]/.test(body)
}

/** Between 《 and 》 or quotation marks a full stop does not end the heading. */
function insideMarks(body: string, at: number): boolean {
  const before = body.slice(0, at)
  return before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('“') > before.lastIndexOf('”')
}

/** Builds the tree of one part. A number of a higher kind closes every number of a lower kind above it. */
export function buildOutline(text: string, paragraphs: readonly Paragraph[], part: Part): OutlineNode[] {
  const roots: OutlineNode[] = []
  const open: OutlineNode[] = []
  let last: OutlineNode | undefined
  for (let i = part.first; i < part.after; i++) {
    const paragraph = paragraphs[i]
    if (!paragraph?.number) continue
    if (last) last.after = i
    const rank = rankOf(paragraph.number)
    while (rankOf(open.at(-1)?.number) >= rank) open.pop()
    const parent = open.at(-1) ?? null
    const title = paragraph.row?.title ?? titleOf(text, paragraph)
    const heading = headingRole(text.slice(title.start, title.end))
    last = {
      number: paragraph.number,
      parent,
      children: [],
      depth: open.length + 1,
      first: i,
      after: part.after,
      title,
      heading,
      role: heading === 'main' ? (parent?.role ?? 'main') : heading,
    }
    ;(parent?.children ?? roots).push(last)
    open.push(last)
  }
  return roots
}

/** The node and everything below it, in reading order. */
export function walk(nodes: readonly OutlineNode[], into: OutlineNode[] = []): OutlineNode[] {
  for (const node of nodes) {
    into.push(node)
    walk(node.children, into)
  }
  return into
}

/** Whether a node of the set stands anywhere below. */
export const hasAnyBelow = (node: OutlineNode, set: ReadonlySet<OutlineNode>): boolean =>
  node.children.some((child) => set.has(child) || hasAnyBelow(child, set))

/** The paragraph after the last one below this node. */
export function endOf(node: OutlineNode): number {
  const lastChild = node.children[node.children.length - 1]
  return lastChild ? endOf(lastChild) : node.after
}
