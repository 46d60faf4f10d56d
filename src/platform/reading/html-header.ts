import type { CheerioAPI } from 'cheerio'
import { htmlLines } from './html-lines.ts'
import { type MarkupNode, wordsOf } from './xml.ts'

/** The labels of the record every published document carries (政府信息公开 catalogue). */
const labels = [
  /索引号/, /(发文字号|文号)/, /(发布机构|发文机关|发文单位|制发机关|公开责任部门|发布单位)/, /(成文日期|发文日期|生成日期)/,
  /(发布日期|公开日期|发布时间)/, /(主题分类|主题词|组配分类)/, /(标题|名称)/, /(有效性|公文时效|效力状态)/,
] // biome-ignore format: a list

const squeeze = (text: string): string => text.replace(/[\s\u3000\u00a0]/g, '')
const longestRecord = 900

/** The record (索引号, 文号 and so on), the title and the date line of a page that stand outside its body. */
export function headerLines($: CheerioAPI, main: MarkupNode, title: string | null): string[] {
  const inside = new Set(everyNode(main))
  const around = new Set(pathTo($.root()[0] ?? main, main))
  const outside = $('table, ul, dl, div, p, span, h1, h2, td')
    .get()
    .map((node): MarkupNode => node)
    .filter((node) => !inside.has(node) && !around.has(node))
  const record = findRecord(outside)
  const body = squeeze(wordsOf(main)).slice(0, 1500)
  const lines = record ? htmlLines(record) : []
  const before = squeeze(lines.join('') + body)
  if (title && !before.includes(squeeze(title))) lines.push(title)
  const dated = record ? undefined : findDateLine(outside)
  if (dated && !before.includes(squeeze(dated))) lines.push(dated)
  return lines
}

/** Whether a node holds at most so many characters; stops counting as soon as it is clear. */
function isShort(node: MarkupNode, most: number): boolean {
  let length = 0
  for (const each of everyNode(node)) {
    length += each.type === 'text' ? (each.data?.length ?? 0) : 0
    if (length > most) return false
  }
  return true
}

function findRecord(nodes: readonly MarkupNode[]): MarkupNode | undefined {
  const scored = nodes
    .filter((node) => isShort(node, longestRecord * 4))
    .map((node) => ({ node, words: squeeze(wordsOf(node)) }))
    .filter(({ words }) => words.length < longestRecord)
    .map(({ node, words }) => ({
      node,
      length: words.length,
      hits: labels.filter((label) => label.test(words)).length,
    }))
    .filter(({ hits }) => hits >= 3)
  return scored.sort((a, b) => b.hits - a.hits || a.length - b.length)[0]?.node
}

function findDateLine(nodes: readonly MarkupNode[]): string | undefined {
  const candidates = nodes
    .filter((node) => isShort(node, 400))
    .map((node) => htmlLines(node).join(' '))
    .filter((line) => line.length < 120 && /(发布|成文|发文|公开|印发)(时间|日期)\s*[:：]?\s*\d{4}/.test(line))
  return candidates.sort((a, b) => b.length - a.length)[0]
}

/** A node and all below it. */
function* everyNode(node: MarkupNode): Generator<MarkupNode> {
  yield node
  for (const child of node.children ?? []) yield* everyNode(child)
}

/** The nodes on the way from `from` down to `to`. */
function pathTo(from: MarkupNode, to: MarkupNode): MarkupNode[] {
  if (from === to) return [from]
  for (const child of from.children ?? []) {
    const path = pathTo(child, to)
    if (path.length > 0) return [from, ...path]
  }
  return []
}

/** The document's title by the page's own word for it; the site's name after `_` or `-` is cut off. */
export function pageTitle($: CheerioAPI): string | null {
  const stated = $('meta[name="ArticleTitle" i]').attr('content') ?? ''
  const heading = $('h1, .article-title, .title, .tit, #title').first().text()
  const window =
    ($('head > title').first().text() || $('title').first().text()).split(
      /[_|]| ?[-–—] ?(?=[^-–—]*(网|政府|局|厅|委)\s*$)/,
    )[0] ?? ''
  const found = [stated, heading, window]
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .find((each) => each.length >= 5)
  return found ?? null
}
