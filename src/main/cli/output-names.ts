import { basename, extname } from 'node:path'

/**
 * The file each document's result is written to: `规划.txt` gives `规划.json`. Documents that would meet in one name
 * keep their extension (`规划.txt.json`, `规划.pdf.json`), and where that does not part them, get a number.
 */
export function outputNames(files: readonly string[], extension: string): string[] {
  const stems = files.map((file) => basename(file, extname(file)) || basename(file))
  const shared = repeated(stems)
  const longer = stems.map((stem, i) => (shared.has(key(stem)) ? basename(files[i] ?? stem) : stem))
  const taken = new Set<string>()
  return longer.map((name) => {
    let chosen = name
    for (let n = 2; taken.has(key(chosen)); n++) chosen = `${name}-${n}`
    taken.add(key(chosen))
    return `${chosen}.${extension}`
  })
}

/** Some file systems do not tell capitals from small letters. */
const key = (name: string): string => name.normalize('NFC').toLowerCase()

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>()
  return new Set(names.map(key).filter((name) => seen.has(name) || !seen.add(name)))
}
