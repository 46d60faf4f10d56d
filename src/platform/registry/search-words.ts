import { pinyin } from 'pinyin-pro'
import { type FormField, isNothing } from '#kernel/fields.ts'
import { inWords, isReference } from '#kernel/registry/cell.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import { partsOf, plain } from '#kernel/search.ts'
import { soundsOf } from '#platform/chinese/sounds.ts'

/** Words a record is found by: as PostgreSQL keeps them, without a parser of its own between (it parts Chinese nowhere). */

const chinese = /\p{Script=Han}+/gu
const latin = /[a-z0-9]+/g
const longest = 60

/** Neighbouring characters, and the last one alone, so that each character begins a word: 科技局 → 科技 技局 局. */
const bigrams = (run: string): string[] => {
  const letters = [...run]
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ''))
}

/** How it is read from each character on, first letters and spelled: 县科技局 → xkjj kjj jj j, xiankejiju kejiju jiju ju. */
function sounded(run: string): string[] {
  const { initials, spelled, starts } = soundsOf(run)
  return starts.slice(0, 16).flatMap((start, i) => [initials.slice(i, i + 16), spelled.slice(start, start + longest)])
}

/** Where whose rows stand among those of all owners. */
const ownerWord = (divisionCode: string): string => `@${divisionCode}`

/** Before the words of people, which only those find who see them. */
const ofPeople = '~'

const isFound = (field: FormField): boolean =>
  !isReference(field) && ['text', 'code', 'names', 'rows'].includes(field.kind) && field.personal !== 'identity'

interface Sought {
  text: string
  personal: boolean
}

/** Of rows their texts; days and figures are filtered by, not looked for. */
function textsIn(field: FormField, value: unknown): Sought[] {
  if (isNothing(value)) return []
  if (field.kind !== 'rows') return [{ text: inWords(field, value), personal: field.personal !== undefined }]
  return (Array.isArray(value) ? value : []).flatMap((row: Values) => soughtIn(field.fields, row))
}

const soughtIn = (fields: readonly FormField[], values: Values): Sought[] =>
  fields.filter(isFound).flatMap((field) => textsIn(field, values[field.name]))

/** The words of a record: names with pinyin and first letters, codes whole. */
export function searchWords(fields: readonly FormField[], values: Values, divisionCode: string): string[] {
  const found = new Set([ownerWord(divisionCode)])
  for (const { text, personal } of soughtIn(fields, values)) {
    const sought = plain(text)
    const runs = sought.match(chinese) ?? []
    const words = [...(sought.match(latin) ?? []), ...runs.flatMap((run) => [...bigrams(run), ...sounded(run)])]
    for (const word of words) found.add(`${personal ? ofPeople : ''}${word.slice(0, longest)}`)
  }
  return [...found]
}

/** What names are sorted by: their pinyin, as a directory is. */
export const sortKeyOf = (name: string): string =>
  pinyin(plain(name), { toneType: 'none', type: 'array', nonZh: 'spaced' }).join(' ').slice(0, 120)

/** As PostgreSQL reads a word in a list of words or in a query. */
export const quoted = (word: string): string => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

/**
 * What was typed, as a query over such words: every part between blanks has to be found, characters by their neighbours,
 * letters and digits as the beginning of a word, of its pinyin or its first letters. Null where nothing can be looked for.
 * @param people whether the words of people are looked through too
 */
export function searchQuery(
  typed: string,
  { divisionCode, people }: { divisionCode: string; people: boolean },
): string | null {
  const parts = partsOf(typed.replaceAll(/[、，,]/g, ' ')).flatMap((part) => [
    ...(part.match(chinese) ?? []).flatMap((run) => {
      const pairs = bigrams(run)
      return run.length === 1
        ? [{ word: run, begins: true }]
        : pairs.slice(0, -1).map((word) => ({ word, begins: false }))
    }),
    ...(part.match(latin) ?? []).map((word) => ({ word: word.slice(0, longest), begins: true })),
  ])
  if (parts.length === 0) return null
  const asked = parts.map(({ word, begins }) => {
    const [own, other] = [word, ofPeople + word].map((one) => quoted(one) + (begins ? ':*' : ''))
    return people ? `(${own} | ${other})` : own
  })
  return [quoted(ownerWord(divisionCode)), ...new Set(asked)].join(' & ')
}
