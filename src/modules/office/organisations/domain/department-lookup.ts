import { departments } from './departments.data.ts'

/** One spelling for what is written either way: 自然资源(和)规划局, 司法厅 of a province and 司法局 of a county. */
const keyOf = (name: string): string =>
  name
    .replace(/(?<=.)[和与](?=.)/g, '')
    .replace(/厅$/, '局')
    .replace(/委员会$/, '委')

/**
 * Which lines of work an office name stands for, by the name without place and level.
 * A name two offices share (教科局) gives both; a merged name is read word by word
 * (商务科技和工业信息化局 → COMM, SCI, EIT); a name of neither kind gives none.
 */
export function deptCodesOf(core: string): readonly string[] {
  const known = byName.get(keyOf(core)) ?? byName.get(keyOf(core.replace(/^(?:委|人民政府|政府)/, '')))
  return known ?? mergedCodes(core.replace(/分局$/, '局'))
}

const byName = new Map<string, string[]>()
for (const { code, core, aliases } of departments)
  for (const name of new Set([core, core.replace(/^委/, ''), ...aliases].map(keyOf)))
    byName.set(name, [...(byName.get(name) ?? []), code])

const stems = departments
  .flatMap(({ code, stems = [] }) => stems.map((stem) => ({ code, stem })))
  .sort((a, b) => b.stem.length - a.stem.length)

/** The codes of a merged name; none unless every word between its ending and the joints 和、与 is known. */
function mergedCodes(core: string): string[] {
  const body = core.replace(/(?:局|厅|委员会|委|中心)$/, '')
  return body === core ? [] : [...new Set(read(body) ?? [])]
}

function read(words: string): string[] | null {
  if (words === '') return []
  for (const { code, stem } of stems) {
    if (!words.startsWith(stem)) continue
    const rest = read(words.slice(stem.length).replace(/^[和与及、]/, ''))
    if (rest !== null) return [code, ...rest]
  }
  return null
}
