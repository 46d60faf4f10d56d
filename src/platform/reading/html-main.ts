import type { CheerioAPI } from 'cheerio'
import { isSilent } from './html-lines.ts'
import { type MarkupNode, wordsOf } from './xml.ts'

/** Where the site systems of government offices put the body of a document; the innermost that holds it all is taken. */
const bodySelectors = [
  '#UCAP-CONTENT', 'ucapcontent', '.TRS_Editor', '.TRS_UEDITOR', '.trs_editor_view', '.pages_content', '.b12c', '#zoom',
  '#Zoom', '.zoom', '.article-content', '.article_content', '.article-con', '.articleCon', '.Article_content', '#articleContent',
  '.article', '#article', '.view', '.xxgk_content', '.gk_content', '.content_body', '.detail-content', '.news_content',
  '.wzcon', '.main-txt', '.txt_con', '#content', '.content', '.conTxt', '.con_text', '#mainText', '#js_content', 'article', 'main',
] // biome-ignore format: a list

/** The body must hold this share of all running words of the page. */
const share = 0.9

/** Classes and ids of what surrounds a document. */
const furniture =
  /share|bdsharebuttonbox|bread-?crumb|crumb|currentpos|(^|[-_ ])(nav|menu|toolbar|tool|print|font-?size|qrcode|ewm|erweima|foot(er)?|copyright|related?|recommend|pager|sidebar|sitemap|link-?box|dqwz|weizhi|position|location)([-_ \d]|$)/i

/**
 * Finds the node that holds the document of a page: a known place if it holds nearly all running words, else the
 * smallest node that does. Menus and lists of links weigh nothing.
 */
export function findMain($: CheerioAPI): MarkupNode {
  const body: MarkupNode = $('body')[0] ?? $.root()[0] ?? { type: 'root', children: [] }
  const weights = new Map<MarkupNode, number>()
  const total = weigh(body, weights, false)
  const known = $(bodySelectors.join(','))
    .get()
    .filter((node) => (weights.get(node) ?? 0) >= total * share)
  const innermost = known.sort((a, b) => wordsOf(a).length - wordsOf(b).length)[0]
  return innermost ?? descend(body, weights, total * share)
}

export const isFurniture = (node: MarkupNode): boolean =>
  ['nav', 'footer', 'header', 'aside'].includes(node.name ?? '') ||
  furniture.test(node.attribs?.class ?? '') ||
  furniture.test(node.attribs?.id ?? '')

function descend(from: MarkupNode, weights: Map<MarkupNode, number>, enough: number): MarkupNode {
  const child = (from.children ?? []).find((each) => (weights.get(each) ?? 0) >= enough)
  // A paragraph or a table is content, not its place.
  return child && enough > 0 && !/^(p|table|span|font|b|strong|h\d|pre)$/.test(child.name ?? '')
    ? descend(child, weights, enough)
    : from
}

/** Characters of running text below a node; labels of a few characters count a quarter, links nothing. */
function weigh(node: MarkupNode, weights: Map<MarkupNode, number>, quiet: boolean): number {
  if (node.type === 'text') {
    const words = (node.data ?? '').trim()
    return quiet ? 0 : words.length * (words.length >= 12 || /[，。；、：]/.test(words) ? 1 : 0.25)
  }
  const silent = quiet || isSilent(node) || node.name === 'a' || (isFurniture(node) && !holdsDocument(node))
  const weight = (node.children ?? []).reduce((sum, child) => sum + weigh(child, weights, silent), 0)
  weights.set(node, weight)
  return weight
}

/** Some sites name the very document's box `print` or `content-nav`: long running text is not furniture. */
export const holdsDocument = (node: MarkupNode): boolean => (wordsOf(node).match(/。/g) ?? []).length >= 8
