import { load } from 'cheerio'
import { decodeText } from './decode-text.ts'
import type { Notice, Reading } from './document.ts'
import { struckNotice } from './docx-notices.ts'
import { headerLines, pageTitle } from './html-header.ts'
import { htmlLines, struckWords } from './html-lines.ts'
import { findMain, holdsDocument, isFurniture } from './html-main.ts'
import { damagedNotice } from './read-text.ts'
import { type MarkupNode, refuseDeep } from './xml.ts'

/**
 * Reads a web page or a piece of one: the record, the title and the body; menus, paths, buttons and footers are left out.
 * `charset` is what whoever brought the page says of it.
 */
export function readHtml(bytes: Uint8Array, charset?: string): Reading {
  const declared =
    charset ?? /charset\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1]
  const { text, encoding, replaced } = decodeText(bytes, declared)
  const page = readMarkup(text)
  return {
    ...page,
    mediaType: 'text/html',
    encoding,
    pages: [],
    notices: [...page.notices, ...damagedNotice(replaced)],
  }
}

/** The same for markup that is already decoded. */
export function readMarkup(markup: string): { text: string; title: string | null; notices: Notice[] } {
  const source =
    /&lt;(p|div|table|br|span)[\s&]/i.test(markup) && !/<(p|div|table)[\s>]/i.test(markup) ? unescape(markup) : markup
  refuseDeep(source)
  const $ = load(source)
  const whole = /<(html|body|head)[\s>]/i.test(source)
  const title = whole ? pageTitle($) : null
  const main = whole ? findMain($) : ($('body')[0] ?? { type: 'root' })
  const header = whole ? headerLines($, main, title) : []
  const all = $('body').text().replace(/\s/g, '').length
  if (whole) dropFurniture(main)
  const body = trimEdges(htmlLines(main))
  const text = [...header, ...body].join('\n')
  const struck = struckWords(main)
  const dropped = all - (text + struck.join('')).replace(/\s/g, '').length
  const message = `网页上的菜单、导航和页脚没有读入（约 ${dropped} 字）。`
  const notices = struckNotice(struck.map((each) => `“${each}”`))
  if (whole && dropped > 20) notices.push({ kind: 'menusDropped', message })
  return { text, title, notices }
}

const unescape = (markup: string): string => load(`<textarea>${markup}</textarea>`)('textarea').text()

function dropFurniture(node: MarkupNode): void {
  node.children = (node.children ?? []).filter((child) => !isFurniture(child) || holdsDocument(child))
  node.children.forEach(dropFurniture)
}

/** What pages print around a document even inside its box; looked for only near the two ends. */
const edge =
  /^(您?(当前|现在)?的?(所在)?位置[:：]|首页\s*[>›»/]|分享(到|至)?[:：]?|【?(打印|关闭|收藏)|字[体号][:：]|\[?\s*大\s*中\s*小|扫一扫|上一[篇条][:：]|下一[篇条][:：]|相关(链接|阅读|文章|解读|稿件)|浏览(次数|量)|阅读(次数|量)|责任编辑[:：]|我要纠错|返回顶部|版权所有|copyright|.{0,20}ICP备|.{0,20}公网安备|网站标识码|网站地图|联系我们)/i
const edgeLines = 12
const longestEdge = 90

const trimEdges = (lines: string[]): string[] =>
  lines.filter((line, i) => {
    const near = i < edgeLines || i >= lines.length - edgeLines
    return !(near && line.length <= longestEdge && edge.test(line))
  })
