/** Many words to be found in running text: looked up by their first character instead of tried one after the other. */
export type WordTable = ReadonlyMap<number, readonly string[]>

export function wordTable(words: Iterable<string>): WordTable {
  const table = new Map<number, string[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const first = word.charCodeAt(0)
    table.set(first, [...(table.get(first) ?? []), word])
  }
  return table
}

/** The longest word of the table that stands at a place of the text. */
export function wordAt(table: WordTable, text: string, at: number): string | undefined {
  const words = table.get(text.charCodeAt(at))
  if (words) for (const word of words) if (text.startsWith(word, at)) return word
  return undefined
}
