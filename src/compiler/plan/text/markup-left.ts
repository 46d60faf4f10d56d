/** Pages pasted as text keep tags and entities. They are painted over in place, so every offset stays true. */

const MARKUP = /<!--[\s\S]{0,5000}?-->|<\/?[a-zA-Z][^<>]{0,500}>|&(?:#\d{2,5}|[a-zA-Z]{2,8});|-->/g
const LOOKS_MARKED = /<\/?[a-zA-Z][^<>]{0,500}>|&(?:nbsp|[lr]dquo|mdash|emsp|ensp|#\d{2,5});|-->/
const BLOCK = /^<\/?(?:p|br|div|li|ul|ol|tr|table|h\d|section|article|title)\b/i

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', hellip: '…', middot: '·',
  amp: '&', lt: '<', gt: '>', quot: '"', times: '×',
} // biome-ignore format: a table

/** A character nobody sees; it fills what is left of an entity. */
const UNSEEN = '\u200b'

function paint(piece: string): string {
  if (piece.startsWith('&')) {
    const name = piece.slice(1, -1)
    const sign = name.startsWith('#') ? String.fromCharCode(Number(name.slice(1))) : (ENTITIES[name] ?? ' ')
    return sign + UNSEEN.repeat(piece.length - 1)
  }
  return BLOCK.test(piece) ? `\n${UNSEEN.repeat(piece.length - 1)}` : UNSEEN.repeat(piece.length)
}

/** The source with left-over HTML painted over by characters of no width, block tags by a line break; same length. */
export const paintMarkup = (source: string): string =>
  LOOKS_MARKED.test(source) ? source.replace(MARKUP, paint) : source
