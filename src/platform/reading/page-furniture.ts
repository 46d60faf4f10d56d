import type { PageLine } from './page-lines.ts'

export interface LinedPage {
  page: number
  height: number
  lines: PageLine[]
}

const pageNumber =
  /^[\s\-—–－_·•~|/.]*(第\s*)?(\d{1,4}|[ivxlcIVXLC]{1,6})(\s*页)?([\s,，]*(\/|of|共)\s*\d{1,4}\s*页?)?[\s\-—–－_·•~|/.]*$/

/** Only what stands in these parts of the page's height can be a header or a footer. */
const zone = { top: 0.12, bottom: 0.86 }

/** A header keeps its height on the paper from page to page (points) and keeps off the words of the body. */
const sameHeight = 3
const apart = 1.2

type Edge = { line: PageLine; key: string }

/**
 * Takes off the pages their numbers, and the outermost line at the top or bottom where it comes again on at least three
 * pages and two fifths of all. Returns the pages without them and the words dropped.
 */
export function dropFurniture(pages: readonly LinedPage[]): { pages: LinedPage[]; dropped: string[] } {
  const bare = pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !isPageNumber(line, page)) }))
  const leading = usualLeading(bare)
  const edges = bare.map((page) => edgesOf(page, leading))
  const times = new Map<string, number>()
  for (const { key } of edges.flat()) times.set(key, (times.get(key) ?? 0) + 1)
  const needed = Math.max(3, pages.length * 0.4)
  const repeated = edges.map((each) => each.filter(({ key }) => (times.get(key) ?? 0) >= needed))
  return {
    pages: bare.map((page, i) => {
      const out = new Set(repeated[i]?.map(({ line }) => line))
      return { ...page, lines: page.lines.filter((line) => !out.has(line)) }
    }),
    dropped: [...new Map(repeated.flat().map(({ key, line }) => [key, line.text])).values()],
  }
}

const isOuter = (line: PageLine, height: number): boolean => line.y < height * zone.top || line.y > height * zone.bottom

function isPageNumber(line: PageLine, { lines, height }: LinedPage): boolean {
  const isLast = line === lines.at(-1) || line === lines[0]
  return isLast && isOuter(line, height) && pageNumber.test(line.text)
}

function edgesOf({ lines, height }: LinedPage, leading: number): Edge[] {
  const [first, second] = lines
  const [beforeLast, last] = lines.slice(-2)
  const isApart = (a: PageLine, b: PageLine | undefined) => !b || Math.abs(a.y - b.y) > leading * apart
  const edges: Edge[] = []
  if (first && isOuter(first, height) && isApart(first, second)) edges.push({ line: first, key: keyOf(first) })
  if (last && isOuter(last, height) && isApart(last, beforeLast)) edges.push({ line: last, key: keyOf(last) })
  return edges
}

/** The usual distance from line to line in the whole file. */
function usualLeading(pages: readonly LinedPage[]): number {
  const steps = pages.flatMap(({ lines }) => lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0)))
  return steps.sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0
}

const keyOf = (line: PageLine): string =>
  `${Math.round(line.y / sameHeight)} ${line.text.replace(/\s/g, '').replace(/\d+/g, '#')}`
