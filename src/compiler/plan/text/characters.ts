/** One width for every character: what a typist, a PDF and a web page write differently reads alike afterwards. */

/** Characters that are not there for the reader: zero-width joiners, direction marks, soft hyphens, byte-order marks. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2064], [0xfeff, 0xfeff], [0x00ad, 0x00ad], [0x0000, 0x0008], [0xfff9, 0xfffb],
] // biome-ignore format: a table

/** Blanks of every kind. Line breaks are not blanks: lines are told apart before. */
const BLANKS = [0x09, 0x0b, 0x0c, 0x0d, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000] as const

/** Small and vertical forms, the ratio sign and look-alikes used for plain punctuation. */
const LIKE: Readonly<Record<string, string>> = {
  '﹐': ',', '﹑': '、', '﹒': '.', '﹔': ';', '﹕': ':', '﹖': '?', '﹗': '!', '﹙': '(', '﹚': ')', '﹝': '〔', '﹞': '〕',
  '∶': ':', '︰': ':', '∕': '/', '％': '%', '﹪': '%', '〈': '〈', '｡': '。', '､': '、', '❨': '(', '❩': ')', '⦅': '(', '⦆': ')',
} // biome-ignore format: a table

const BLANK = 32
/** What becomes of each UTF-16 code unit; 0 means it is dropped. */
const READS_AS = new Uint16Array(65536)
for (let code = 0; code < 65536; code++) READS_AS[code] = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
for (const [first, last] of UNSEEN) READS_AS.fill(0, first, last + 1)
for (const code of BLANKS) READS_AS[code] = BLANK
for (let code = 0x2000; code <= 0x200a; code++) READS_AS[code] = BLANK
for (const [from, to] of Object.entries(LIKE)) READS_AS[from.charCodeAt(0)] = to.charCodeAt(0)

/** The half-width reading of a code unit, a plain blank for blanks of any kind, or 0 for what the reader does not see. */
export const readsAs = (code: number): number => READS_AS[code] ?? code

export const isBlank = (code: number): boolean => READS_AS[code] === BLANK

/** Letters, digits and the like of half width: a blank between two of them separates words. */
export const isNarrow = (code: number): boolean =>
  code < 0x2e80 && code !== 0x2014 && code !== 0x201c && code !== 0x201d
