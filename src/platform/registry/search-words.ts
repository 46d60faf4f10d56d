import { pinyin } from 'pinyin-pro'
import { type FormField, isNothing } from '#kernel/fields.ts'
import { inWords, isReference } from '#kernel/registry/cell.ts'
import type { Values } from '#kernel/registry/record-view.ts'

/** Words a record is found by: as PostgreSQL keeps them, without a parser of its own between (it parts Chinese nowhere). */

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
const chinese = /\p{Script=Han}+/gu
const latin = /[a-z0-9]+/g
const longest = 60

/** Neighbouring characters, and the last one alone, so that each character begins a word: 科技局 → 科技 技局 局. */
const bigrams = (run: string): string[] => {
  const letters = [...run]
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ''))
}

/** First letters from each character on: 县科技局 → xkjj kjj jj j. */
const beginnings = (letters: string): string[] =>
  Array.from({ length: Math.min(letters.length, 16) }, (_, i) => letters.slice(i, i + 16))

const toned = { toneType: 'none', type: 'array', nonZh: 'removed' } as const

/** Where whose rows stand among those of all owners. */
const ownerWord = (divisionCode: string): string => `@${divisionCode}`

const isFound = (field: FormField): boolean =>
  !isReference(field) && ['text', 'code', 'names', 'rows'].includes(field.kind) && field.personal !== 'identity'

/** Of rows their texts; days and figures are filtered by, not looked for. */
const textsInRows = ({ fields }: FormField, rows: unknown): string =>
  (Array.isArray(rows) ? rows : [])
    .flatMap((row: Values) => fields.filter(isFound).map((one) => inWords(one, row[one.name])))
    .join(' ')

/** The words of a record: names with pinyin and first letters, codes whole. */
export function searchWords(fields: readonly FormField[], values: Values, divisionCode: string): string[] {
  const found = new Set([ownerWord(divisionCode)])
  for (const field of fields.filter(isFound)) {
    const value = values[field.name]
    if (isNothing(value)) continue
    const text = plain(field.kind === 'rows' ? textsInRows(field, value) : inWords(field, value))
    for (const word of text.match(latin) ?? []) found.add(word.slice(0, longest))
    for (const run of text.match(chinese) ?? []) {
      for (const pair of bigrams(run)) found.add(pair)
      for (const word of soundsOf(run)) found.add(word.slice(0, longest))
    }
  }
  return [...found]
}

const sounds = new Map<string, readonly string[]>()

/** Remembered for what comes again and again, as the places of a county do; what is known is bounded. */
function soundsOf(run: string): readonly string[] {
  const known = sounds.get(run)
  if (known) return known
  const letters = pinyin(run, { ...toned, pattern: 'first' }).join('')
  const whole = pinyin(run, toned).join('').replaceAll('ü', 'v')
  const words = [...beginnings(letters), whole]
  if (sounds.size > 5000) sounds.clear()
  sounds.set(run, words)
  return words
}

/** What names are sorted by: their pinyin, as a directory is. */
export const sortKeyOf = (name: string): string =>
  pinyin(plain(name), { toneType: 'none', type: 'array', nonZh: 'spaced' }).join(' ').slice(0, 120)

/** As PostgreSQL reads a word in a list of words or in a query. */
export const quoted = (word: string): string => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

/**
 * What was typed, as a query over such words: every part between blanks has to be found, characters by their neighbours,
 * letters and digits as the beginning of a word, of its pinyin or its first letters. Null where nothing can be looked for.
 */
export function searchQuery(typed: string, divisionCode: string): string | null {
  const parts = plain(typed)
    .split(/[\s、，,]+/)
    .flatMap((part) => [
      ...(part.match(chinese) ?? []).flatMap((run) => {
        const pairs = bigrams(run)
        return run.length === 1 ? pairs.map((one) => `${quoted(one)}:*`) : pairs.slice(0, -1).map(quoted)
      }),
      ...(part.match(latin) ?? []).map((word) => `${quoted(word.slice(0, longest))}:*`),
    ])
  return parts.length === 0 ? null : [quoted(ownerWord(divisionCode)), ...new Set(parts)].join(' & ')
}
