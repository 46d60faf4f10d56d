import type { MinutesSentence, NamedAgency } from './minutes-text.ts'
import { placeIn } from './source-place.ts'

/** The same name as people at a table say it: 县科技局 and 科技局. */
const withoutLevel = (name: string): string => name.replace(/^[省市县区州](?=.{2,})/, '')

/**
 * Names of the register that stand in a sentence, longest first, none inside another; the first is taken for the one in
 * charge. The county's level may be left out. Behind a dash or colon stands who does what stands before it.
 */
export function knownNamesIn(
  sentence: MinutesSentence,
  { known, text }: { known: readonly string[]; text: string },
): NamedAgency[] {
  const { reads } = sentence
  const names = [...new Set(known.flatMap((name) => [name, withoutLevel(name)]))].filter((name) => name.length >= 3)
  const found: { name: string; start: number }[] = []
  for (const name of names.sort((a, b) => b.length - a.length)) {
    const start = reads.indexOf(name)
    if (start < 0 || found.some((one) => start < one.start + one.name.length && one.start < start + name.length))
      continue
    found.push({ name, start })
  }
  const dash = /——|—|→|:/.exec(reads)?.index ?? -1
  const behind = found.filter(({ start }) => start > dash)
  return (dash >= 0 && behind.length > 0 ? behind : found)
    .sort((a, b) => a.start - b.start)
    .map(({ name, start }, i) => ({
      name,
      role: i === 0 ? 'lead' : 'participant',
      span: placeIn(text, sentence, [start, start + name.length]),
    }))
}
