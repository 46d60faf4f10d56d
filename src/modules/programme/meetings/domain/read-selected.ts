import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { ReadDecision } from './compile-minutes.ts'
import { dueOf, ownersOf, plainWords } from './minutes-sentence.ts'
import type { MinutesParagraph } from './minutes-text.ts'

/** Words a person picked as a decision, read by the same grammar for who and until when. */
export function readSelected(picked: {
  text: string
  span: readonly [number, number]
  on: string
  calendar: WorkingCalendar
  compile: (text: string, on: string) => readonly MinutesParagraph[]
}): ReadDecision {
  const { text, on, calendar, compile } = picked
  const given = text.slice(...picked.span)
  const lead = given.length - given.trimStart().length
  const [from, to] = [picked.span[0] + lead, picked.span[1] - (given.length - given.trimEnd().length)]
  const words = text.slice(from, to)
  const moved = ([start, end]: readonly [number, number]): [number, number] => [start + from, end + from]
  const paragraphs = compile(words, on)
  const sentences = paragraphs.flatMap((one) => one.sentences)
  const clauses = paragraphs.flatMap(({ clause }) => clause ?? [])
  const labelled = clauses.flatMap((clause) => clause.agencies)
  const agencies = labelled.length > 0 ? labelled : sentences.flatMap((sentence) => sentence.agencies)
  const due =
    clauses.flatMap((clause) => clause.due ?? [])[0] ??
    sentences.flatMap((sentence) => dueOf(sentence, { on, text: words, calendar }) ?? [])[0]
  return {
    span: [from, to],
    words: (plainWords(sentences) || words).slice(0, 500),
    topic: null,
    owners: ownersOf(agencies).map((owner) => ({ ...owner, span: moved(owner.span) })),
    due: due ? { text: due.text, span: moved(due.span), on: due.on } : null,
  }
}
