/** The part of an address after `?` as plain words, so that it can be read and sent to a colleague. */
export type SearchWords = Record<string, string | string[]>

/** `?agency=科技局&lamp=red&lamp=yellow` → lists where a name repeats. */
export function parseSearch(search: string): SearchWords {
  const found: SearchWords = {}
  for (const [name, value] of new URLSearchParams(search)) {
    const before = found[name]
    if (before === undefined) found[name] = value
    else found[name] = Array.isArray(before) ? [...before, value] : [before, value]
  }
  return found
}

/** The reverse; empty words and empty lists leave no trace. */
export function stringifySearch(words: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(words)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') query.append(name, String(item))
    }
  }
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}
