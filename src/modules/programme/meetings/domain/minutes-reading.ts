import type { WorkingCalendar } from '#kernel/calendar.ts'
import { readSpokenDay } from './minutes-days.ts'
import { dueOf, ownersOf, plainWords } from './minutes-sentence.ts'
import type { MinutesParagraph, MinutesSentence, NamedAgency, NamedDay } from './minutes-text.ts'
import { SPEAKS_TO, SUPPORTS } from './minutes-words.data.ts'
import type { ReadDecision } from './read-decision.ts'

/** How decisions begin, go on and end while minutes are read. */

export interface MinutesInput {
  text: string
  paragraphs: readonly MinutesParagraph[]
  /** The day of the meeting. */
  on: string
  /** Of the county that met. */
  calendar: WorkingCalendar
}

/** What is known while minutes are read from the first paragraph to the last. */
export interface Reading extends MinutesInput {
  /** Between 会议议定 and what only talks. */
  inList: boolean
  /** The list was opened by words of its own (议定如下：): what follows are its items, whatever stands before them. */
  opened: boolean
  /** Items of the list bear marks: words without one go on with the item above. */
  marked: boolean
  /** A heading nothing was decided under yet; below 议定如下 it is an item itself. */
  heading: readonly MinutesSentence[]
  /** Who stands alone on a line above: they answer for the numbered items below it. */
  under: readonly NamedAgency[]
  topic: string | null
  /** The kind of number the topic's heading bears: the next number of that kind ends it. */
  topicKind: string | null
  /** The kind of number of the item the last decision stands in: the next of that kind with a day is one too. */
  itemKind: string | null
  found: ReadDecision[]
}

/** @param owners who answers where the sentences name nobody: whoever answers for the decision before */
export function begin(
  reading: Reading,
  sentences: readonly MinutesSentence[],
  owners: readonly NamedAgency[] = reading.under,
): ReadDecision {
  const [first] = sentences
  const last = sentences.at(-1)
  const due = sentences.flatMap((sentence) => dueOf(sentence, reading) ?? [])[0]
  const named = sentences.flatMap((sentence) => sentence.agencies)
  const decision: ReadDecision = {
    span: [first?.span[0] ?? 0, last?.span[1] ?? 0],
    words: plainWords(sentences),
    topic: reading.topic,
    owners: ownersOf(named.length > 0 ? named : owners),
    due: due ? { text: due.text, span: [due.span[0], due.span[1]], on: due.on } : null,
    targets: sentences.flatMap(({ targets }) => targets),
  }
  reading.found.push(decision)
  reading.heading = []
  return decision
}

/** More words, owners or a day for a decision already begun. */
export function extend(reading: Reading, decision: ReadDecision, sentence: MinutesSentence): void {
  decision.span = [decision.span[0], sentence.span[1]]
  decision.words = `${decision.words}。${plainWords([sentence])}`
  decision.owners = ownersOf([...decision.owners, ...sentence.agencies])
  decision.targets = [...(decision.targets ?? []), ...sentence.targets]
  const due = dueOf(sentence, reading)
  if (decision.due === null && due) decision.due = { text: due.text, span: [due.span[0], due.span[1]], on: due.on }
}

/** A label outranks what the sentence says: its agencies stand first, its day takes the place of another. */
export function addClause(
  reading: Reading,
  decision: ReadDecision,
  clause: NonNullable<MinutesParagraph['clause']>,
): void {
  decision.span = [Math.min(decision.span[0], clause.span[0]), Math.max(decision.span[1], clause.span[1])]
  const labelled = ownersOf(clause.agencies)
  if (labelled.length > 0) decision.owners = labelled
  const due = clause.due?.on ? clause.due : (spokenIn(reading, clause.span) ?? clause.due)
  if (due && (due.on !== null || decision.due === null))
    decision.due = { text: due.text, span: [due.span[0], due.span[1]], on: due.on }
}

function spokenIn({ text, on, calendar }: Reading, [from, to]: readonly [number, number]): NamedDay | null {
  const spoken = readSpokenDay(text.slice(from, to), on, calendar)
  if (!spoken) return null
  const start = from + spoken.start
  return { text: spoken.text, span: [start, start + spoken.text.length], on: spoken.on }
}

/** 专项资金自评 计财股牵头 6月20日前报财政局: words of a note, without a mark. */
export const isBare = ({ reads }: MinutesSentence): boolean => !/[,;:。]/.test(reads)

/** 县财政局落实600万元。6月中旬前先行拨付200万元。: who acts is left out, but it is another deed with a day of its own. */
export function isLater(reading: Reading, { owners, due }: ReadDecision, sentence: MinutesSentence): boolean {
  const own = dueOf(sentence, reading)
  if (owners.length === 0 || !own?.on || sentence.tells || isBare(sentence)) return false
  const deed = sentence.reads.replace(own.text.normalize('NFKC'), '').replace(/完成|到位|落实|实现|[于在,;。\s]/g, '')
  return !/^\(?(?:[完办][成理])?(?:时[间限]|期限|其中)/.test(sentence.reads) && deed.length >= (due?.on ? 2 : 4)
}

/** 一要强化保护力度。: words no longer than this only head what is said behind them. */
const SLOGAN = 14

/** Whether a sentence says more of the decision begun before it in its paragraph (`above`) rather than another. */
export const goesOn = (
  { above, own, decides }: { above: ReadDecision | null; own: boolean; decides: boolean },
  { reads, due }: MinutesSentence,
): boolean =>
  !own ||
  (above !== null &&
    ((above.owners.length === 0 && (above.words.length <= SLOGAN || !SPEAKS_TO.test(reads))) ||
      (SUPPORTS.test(reads) && !decides && !due?.on)))
