/** A table of code units: one look tells whether a character is worth a pattern. Cheaper than a class in a pattern. */
export function characterTable(characters: string): Uint8Array {
  const table = new Uint8Array(65536)
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1
  return table
}

/** Whether any character of the text stands in the table. */
export function holdsAny(table: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (table[text.charCodeAt(i)]) return true
  return false
}
