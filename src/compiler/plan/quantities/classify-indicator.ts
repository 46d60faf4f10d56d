import { groupBy } from '#kernel/group-by.ts'
import { findUnit } from '#kernel/quantity.ts'
import type { PlanTarget, TargetKind } from '../../compiled-plan.ts'
import { wordsOf } from '../../words/segment.ts'
import { anyOf } from '../text/any-of.ts'
import { HARMLESS, INDICATORS, KIND_WORDS, KINDS, SYNONYMS } from './indicators.data.ts'

const list = (words: string): string[] => words.split(' ').filter(Boolean)

const ROWS = INDICATORS.trim()
  .split('\n')
  .map((line) => {
    const [code = '', , unit = '', head = '', with_ = '', may = '', kinds = ''] = line.split('|')
    const must = list(with_).map((words) => words.split('/'))
    return {
      code,
      dimension: findUnit(unit)?.dimension,
      head,
      must,
      may: new Set([head, ...must.flat(), ...list(may)]),
      kinds: KINDS[kinds] ?? [],
    }
  })
const ROWS_OF = groupBy(ROWS, ({ head }) => head)
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
/** 清河县…, 云岭市…: whose it is; not 示范县 or 产粮大县, which are a kind of county. */
const REGION =
  '(?!示范|试点|重点|脱贫|贫困|先进|创新|其他|有关|相关|部分)(?:(?![的有大强弱穷各某多])[\\u4e00-\\u9fa5]){1,3}(?:省|市|县|自治[区州县旗]|州|旗|盟)(?!级)'
/** The words of the dictionary, which split keeps, and names of regions, which it drops. */
const WORD = new RegExp(`(${anyOf([...known.keys()].filter(Boolean))})|${REGION}`)
const MARKS = /[“”"《》‘’「」·\s]/g
/** Of time, marks, particles and conjunctions: no part of what is measured. */
const isHollow = /[tusc]/
/** 300家次, 20人次: acts, not the firms or people themselves. */
const ACTS = /[家户人]次$/

/**
 * The dictionary code of an indicator phrase, judged by its head, the words kept with it, kind and unit; null when the
 * dictionary has no such measure, or more than one.
 */
export function classifyIndicator(phrase: string, { kind, unit }: Pick<PlanTarget, 'kind' | 'unit'>): string | null {
  const dimension = findUnit(unit)?.dimension
  if (dimension === undefined || ACTS.test(unit)) return null
  const parts = phrase.replace(MARKS, '').split(WORD)
  const words = parts.flatMap((part, i) => (i % 2 === 1 && part ? (known.get(part) ?? part) : []))
  const rows = [...new Set(words)].flatMap((word) => ROWS_OF.get(word) ?? [])
  const others = parts.filter((part, i) => i % 2 === 0 && part !== '')
  if (rows.length === 0 || others.some((other) => wordsOf(other).some(({ is }) => !isHollow.test(is)))) return null
  const fitting = rows.filter(
    (row) =>
      row.dimension === dimension &&
      row.kinds.includes(kind) &&
      row.must.every((group) => group.some((word) => words.includes(word))) &&
      words.every((word) => row.may.has(word) || harmless.has(word) || kindWords.get(kind)?.has(word)) &&
      !words.some((word) => row.may.has(`!${word}`)),
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
