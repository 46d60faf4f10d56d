/**
 * Width of a line of text in units of its size, a little on the wide side for every face we print with:
 * Chinese and full-width marks 1, capitals 0.7, other Latin letters, figures and signs 0.58, spaces 0.3.
 */
export function textWidth(text: string, size: number): number {
  let units = 0
  for (const character of text) units += unitsOf(character)
  return units * size
}

function unitsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code === 0x20) return 0.3
  if (code >= 0x41 && code <= 0x5a) return 0.7
  return code < 0x2000 ? 0.58 : 1
}

/** The text itself when it fits, otherwise its beginning and “…”; empty when not even one character fits. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  const room = width / size - 1
  let used = 0
  let kept = ''
  for (const character of text) {
    used += unitsOf(character)
    if (used > room) break
    kept += character
  }
  return kept === '' ? '' : `${kept}…`
}

/** Breaks Chinese text into lines of at most this width; the last line that is allowed ends in “…” when more would follow. */
export function wrapText(text: string, width: number, options: { size: number; maxLines: number }): readonly string[] {
  const { size, maxLines } = options
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < maxLines - 1) {
    const line = firstLine(rest, width / size)
    lines.push(line)
    rest = rest.slice(line.length)
  }
  const last = fitText(rest, width, size)
  return last === '' ? lines : [...lines, last]
}

const headingNumber = /^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)/u

/** A heading in a narrow column: its number on a line of its own when that keeps the words together. */
export function headingLines(
  text: string,
  width: number,
  options: { size: number; maxLines: number },
): readonly string[] {
  const number = headingNumber.exec(text)?.[0] ?? ''
  const words = text.slice(number.length)
  const apart = number !== '' && textWidth(text, options.size) > width && textWidth(words, options.size) <= width
  return apart ? [number, words] : balanceText(text, width, options)
}

/** The same number of lines, as evenly long as they can be: headings then break in the middle and not before the last word. */
function balanceText(text: string, width: number, options: { size: number; maxLines: number }): readonly string[] {
  const widest = wrapText(text, width, options)
  for (let narrow = width / 2; narrow < width; narrow += options.size / 2) {
    const lines = wrapText(text, narrow, options)
    if (lines.length === widest.length && lines.join('') === widest.join('')) return lines
  }
  return widest
}

function firstLine(text: string, room: number): string {
  let used = 0
  let line = ''
  for (const character of text) {
    used += unitsOf(character)
    if (used > room && line !== '') break
    line += character
  }
  return line
}
