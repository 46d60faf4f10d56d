import { isGrid, tableLines } from './html-table.ts'
import { type MarkupNode, wordsOf } from './xml.ts'

/** Turns a piece of a page into lines as a browser would break them; table rows become lines with tabs between cells. */
export function htmlLines(node: MarkupNode): string[] {
  const lines: string[] = ['']
  flow(node, lines)
  return lines.map(tidy).filter((line) => line !== '')
}

const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul ucapcontent ucaptitle'.split(' '),
) // biome-ignore format: a list

const silent = new Set(
  'script style noscript template iframe object embed svg select option button input textarea audio video map head title link meta'.split(' '),
) // biome-ignore format: a list

/** Whether a browser shows nothing of this node, or nothing that is text of the page. */
export function isSilent(node: MarkupNode): boolean {
  if (node.type === 'comment' || node.type === 'directive' || silent.has(node.name ?? '')) return true
  const style = node.attribs?.style ?? ''
  // Word keeps its hidden words and its comments in the page, by properties of its own.
  const isHidden = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment/i.test(
    style,
  )
  return isHidden || 'hidden' in (node.attribs ?? {}) || /MsoCommentReference/.test(node.attribs?.class ?? '')
}

/** Whether a node's words are struck through, or marked as deleted. */
const isStruck = (node: MarkupNode): boolean =>
  ['s', 'del', 'strike'].includes(node.name ?? '') ||
  /text-decoration[\w-]*\s*:[^;]*line-through/i.test(node.attribs?.style ?? '')

/** Each stretch of words struck through that a browser would show. */
export function struckWords(node: MarkupNode): string[] {
  if (isSilent(node)) return []
  if (!isStruck(node)) return (node.children ?? []).flatMap(struckWords)
  const words = wordsOf(node).replace(/\s+/g, ' ').trim()
  return words === '' ? [] : [words]
}

export const isBlock = (node: MarkupNode): boolean => blocks.has(node.name ?? '')

function flow(node: MarkupNode, lines: string[]): void {
  if (isSilent(node) || isStruck(node)) return
  if (node.type === 'text') return append(lines, collapse(node.data ?? ''))
  if (node.name === 'br') return void lines.push('')
  if (node.name === 'pre') return void lines.push(...wordsOf(node).split(/\r?\n/), '')
  if (node.name === 'table' && isGrid(node)) return void lines.push(...tableLines(node, cellText), '')
  if (isBlock(node)) lines.push('')
  if (node.name === 'ol') orderedItems(node, lines)
  else for (const child of node.children ?? []) flow(child, lines)
  if (isBlock(node)) lines.push('')
}

const cellText = (cell: MarkupNode): string => htmlLines(cell).join(' ')

function append(lines: string[], words: string): void {
  lines[lines.length - 1] = (lines.at(-1) ?? '') + words
}

/** The numbers a browser prints before the items of an ordered list, unless the words bring their own. */
function orderedItems(list: MarkupNode, lines: string[]): void {
  let number = Number.parseInt(list.attribs?.start ?? '1', 10) || 1
  for (const item of list.children ?? []) {
    if (item.name !== 'li') {
      flow(item, lines)
      continue
    }
    const [first = '', ...rest] = htmlLines(item)
    const numbered = /^[（(]?[\d一二三四五六七八九十]+[、.．）)]/.test(first) || first === ''
    lines.push(numbered ? first : `${number}.${first}`, ...rest, '')
    number += 1
  }
}

/** Blanks collapse as in a browser; a line end of the source stays one until the whole line is known. */
const collapse = (words: string): string => words.replace(/[\t\r\n ]+/g, (blank) => (/[\r\n]/.test(blank) ? '\n' : ' '))

const wide = '[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]'
const sourceBreak = new RegExp(`(?<=${wide}) *\\n[ \\n]*(?=${wide})`, 'g')

/** A source line end between two Chinese characters is nothing, elsewhere a blank. Tabs separate cells and stay. */
const tidy = (line: string): string =>
  line
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(sourceBreak, '')
    .replace(/[ \n]+/g, ' ')
    .replace(/^[ \u3000]+|\s+$/g, '')
