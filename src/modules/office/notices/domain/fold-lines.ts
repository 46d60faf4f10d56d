/** Octets of a line without its end (RFC 5545 3.1). */
const longest = 75

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > longest) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += more
  }
  return folded
}

/**
 * Folds the lines of a calendar anew: none longer than 75 octets of UTF-8, none cut inside a character. RFC 5545 3.1 counts
 * octets; libraries count characters, of which a Chinese one has three.
 * @param text iCalendar, folded or not, lines ending in CRLF
 */
export const foldLines = (text: string): string =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(foldLine)
    .join('\r\n')
