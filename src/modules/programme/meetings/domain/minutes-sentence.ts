import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import { Span } from '#kernel/span.ts'
import { readSpokenDay } from './minutes-days.ts'
import { withoutMark } from './minutes-items.ts'
import type { MinutesSentence, NamedAgency, NamedDay } from './minutes-text.ts'
import { placeIn } from './source-place.ts'

/** Who is to do what a meeting decided, as the minutes name them. */
export const NamedOwner = z.object({ name: z.string(), role: z.enum(['lead', 'participant']), span: Span })
export type NamedOwner = z.infer<typeof NamedOwner>

const LEADING_WORDS = /^会议(?:议定|明确|要求|决定|确定|强调|指出)[,，:：]?\s*|^会议(?=原则|一致|同意)/
const EVERYBODY = /^(?:各|有关|相关)(?:有关|相关)?(?:单位|部门)$/

/** What is said, without its number, 会议议定 in front and the full stop. */
export const plainWords = (sentences: readonly MinutesSentence[]): string =>
  withoutMark(
    sentences
      .map(({ written }) => written)
      .join('')
      .replace(/[。；;,，\s]+$/, '')
      .replace(LEADING_WORDS, ''),
  ).trim()

/** 各单位 beside a name is an appeal to everybody, no owner; who is named alone answers alone. */
export const ownersOf = (agencies: readonly NamedAgency[]): NamedOwner[] => {
  const byName = [...new Map(agencies.map((agency) => [agency.name, agency])).values()]
  const named = byName.filter(({ name }) => !EVERYBODY.test(name))
  const owners = named.length > 0 ? named : byName
  return owners.map(({ name, role, span: [start, end] }) => ({
    name,
    role: owners.length === 1 ? 'lead' : role,
    span: [start, end],
  }))
}

/** The day a sentence sets, by the compiler of plans, else as people at meetings say it. */
export function dueOf(
  sentence: MinutesSentence,
  { on, text, calendar }: { on: string; text: string; calendar: WorkingCalendar },
): NamedDay | null {
  if (sentence.due?.on) return sentence.due
  const spoken = readSpokenDay(sentence.reads, on, calendar)
  if (!spoken) return sentence.due
  const span = placeIn(text, sentence, [spoken.start, spoken.start + spoken.text.length])
  return { text: spoken.text, span, on: spoken.on }
}
