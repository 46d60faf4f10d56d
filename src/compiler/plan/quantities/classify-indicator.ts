import { type Dimension, findUnit } from '#kernel/quantity.ts'
import type { PlanTarget, TargetKind } from '../../compiled-plan.ts'
import { wordsOf } from '../../words/segment.ts'
import { HARMLESS, INDICATORS, KIND_WORDS, KINDS, SYNONYMS } from './indicators.data.ts'

interface Row {
  code: string
  dimension: Dimension | undefined
  head: string
  /** One of each must stand in the phrase. */
  must: string[][]
  may: Set<string>
  not: string[]
  kinds: readonly TargetKind[]
}

const list = (words: string): string[] => words.split(' ').filter(Boolean)

const ROWS: readonly Row[] = INDICATORS.trim()
  .split('\n')
  .map((line) => {
    const [code = '', , unit = '', head = '', must = '', may = '', kinds = ''] = line.split('|')
    const groups = list(must).map((words) => words.split('/'))
    return {
      code,
      dimension: findUnit(unit)?.dimension,
      head,
      must: groups,
      may: new Set([head, ...groups.flat(), ...list(may)]),
      not: list(may).flatMap((word) => (word.startsWith('!') ? word.slice(1) : [])),
      kinds: KINDS[kinds] ?? [],
    }
  })

const harmless = new Set(list(HARMLESS))
const kindWords = new Map(Object.entries(KIND_WORDS).map(([kind, words]) => [kind, new Set(list(words))]))

/** Every way a word of the dictionary is written, and the one its rows know. */
const known = new Map([
  ...[...harmless, ...Object.values(KIND_WORDS).flatMap(list), ...ROWS.flatMap(({ may }) => [...may])].map(
    (word) => [word, word] as const,
  ),
  ...SYNONYMS.split(/[|\n]/).flatMap((line) => {
    const [word = '', others = ''] = line.trim().split('=')
    return [word, ...list(others)].map((written) => [written, word] as const)
  }),
])
const longest = Math.max(...[...known.keys()].map((word) => word.length))

/** 清河县…, 云岭市…: whose it is; not 示范县 or 产粮大县, which are a kind of county. */
const REGION =
  /(?!示范|试点|重点|脱贫|贫困|先进|创新|其他|有关|相关|部分)(?:(?![的有大强弱穷各某多])[\u4e00-\u9fa5]){1,3}(?:省|市|县|自治[区州县旗]|州|旗|盟)(?!级)/y
const MARKS = /[“”"《》‘’「」·\s]/g
/** Of time and number, marks and particles: no part of what is measured. */
const isHollow = /[tusc]/

/** The longest word of the dictionary at a place of a phrase; empty when none stands there. */
function knownAt(phrase: string, at: number): string {
  for (let n = Math.min(longest, phrase.length - at); n > 0; n--)
    if (known.has(phrase.slice(at, at + n))) return phrase.slice(at, at + n)
  return ''
}

/** A phrase cut into the words of the dictionary, each as its rows know it, and whatever else stands between them. */
function cut(phrase: string): string[] {
  const words: string[] = []
  let rest = ''
  const closeRest = () => {
    for (const word of wordsOf(rest)) if (!isHollow.test(word.is)) words.push(word.text)
    rest = ''
  }
  for (let at = 0; at < phrase.length; ) {
    const written = knownAt(phrase, at)
    REGION.lastIndex = at
    const region = written === '' && rest === '' ? (REGION.exec(phrase)?.[0] ?? '') : ''
    if (written !== '') {
      closeRest()
      words.push(known.get(written) ?? written)
    } else if (region === '') rest += phrase[at]
    at += written.length || region.length || 1
  }
  closeRest()
  return words
}

const fits = ({ must, may, not }: Row, words: readonly string[], kind: TargetKind): boolean =>
  must.every((group) => group.some((word) => words.includes(word))) &&
  words.every((word) => may.has(word) || harmless.has(word) || kindWords.get(kind)?.has(word)) &&
  !not.some((word) => words.includes(word))

/** 300家次, 20人次: acts, not the firms or people themselves. */
const ACTS = /[家户人]次$/

/**
 * The dictionary code of an indicator phrase, judged by its head, the words kept with it, kind and unit; null when the
 * dictionary has no such measure, or more than one.
 */
export function classifyIndicator(phrase: string, { kind, unit }: Pick<PlanTarget, 'kind' | 'unit'>): string | null {
  const dimension = findUnit(unit)?.dimension
  if (dimension === undefined || ACTS.test(unit)) return null
  const words = cut(phrase.replace(MARKS, ''))
  const fitting = ROWS.filter(
    (row) =>
      row.dimension === dimension && row.kinds.includes(kind) && words.includes(row.head) && fits(row, words, kind),
  )
  const most = Math.max(...fitting.map(({ must }) => must.length))
  const codes = new Set(fitting.filter(({ must }) => must.length === most).map(({ code }) => code))
  const [code = null] = codes.size === 1 ? codes : []
  return code
}

/** What is done once, offered or kept to is no measure of its own. */
const NOT_MEASURED: readonly TargetKind[] = ['benefit', 'cadence', 'milestone', 'deliverable', 'duration']

/**
 * The indicator of a target: its name, its code, and for a measure the dictionary has not, that it be defined as one by this name, unit and kind.
 *
 * @param phrase the name with all else that tells one measure from another
 */
export function indicatorOf(
  text: string,
  phrase: string,
  { kind, unit }: Pick<PlanTarget, 'kind' | 'unit'>,
): PlanTarget['indicator'] {
  const code = kind === 'benefit' ? null : classifyIndicator(phrase, { kind, unit })
  return { text, code, ...(code === null && !NOT_MEASURED.includes(kind) && { proposed: true }) }
}
