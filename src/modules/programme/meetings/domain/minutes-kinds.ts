import type { MinutesParagraph, MinutesSentence, NamedAgency } from './minutes-text.ts'
import {
  APPEALS,
  ATTENDS,
  CLOSES_LIST,
  CONVENES,
  GENERAL,
  HEADING,
  NAMES_TOPIC,
  OPENS_LIST,
  TALKS,
} from './minutes-words.data.ts'

/** What a sentence or a paragraph of minutes is, told by its own words. */

/** Somebody by name is told to do it: 各乡镇要高度重视 alone is an appeal. */
export const isCharged = ({ agencies, due, reads, tells }: MinutesSentence): boolean =>
  agencies.length > 0 &&
  (due?.on != null ||
    (!tells && (/\d|每[日周旬月季年半]/.test(reads) || agencies.some(({ name }) => !GENERAL.test(name)))))

/** A line of names and nothing else: they answer for the items below it. */
export const agenciesAlone = ({ sentences, clause, row }: MinutesParagraph): readonly NamedAgency[] => {
  const [only, ...others] = sentences
  if (only === undefined || others.length > 0 || clause !== null || row || only.agencies.length === 0) return []
  const rest = only.agencies.reduce((words, { name }) => words.replace(name, ''), only.written)
  return /^[、和及与:：\s]*$/.test(rest) ? only.agencies : []
}

export const opensList = (sentence: MinutesSentence | undefined): boolean =>
  sentence !== undefined &&
  OPENS_LIST.test(sentence.reads.trim()) &&
  sentence.agencies.every(({ name }) => GENERAL.test(name))

/** What was heard, stressed or appealed for, and what stands below a list; an item of the list is told by its words alone. */
export const isTalk = (sentence: MinutesSentence, isItem: boolean): boolean =>
  (TALKS.test(sentence.reads) || isAppeal(sentence) || (!isItem && CLOSES_LIST.test(sentence.reads.trim()))) &&
  !isCharged(sentence)

const isAppeal = ({ reads, due }: MinutesSentence): boolean => APPEALS.test(reads) && due === null && !/\d/.test(reads)

export const namesTopic = ({ reads }: MinutesSentence): boolean => NAMES_TOPIC.test(reads.trim())

export const isHeading = (paragraph: MinutesParagraph): boolean => {
  const [only, ...others] = paragraph.sentences
  return (
    paragraph.number !== null &&
    only !== undefined &&
    others.length === 0 &&
    paragraph.clause === null &&
    !isCharged(only) &&
    HEADING.test(only.reads.trim()) &&
    !only.due?.on &&
    (namesTopic(only) || /(?:工作|问题|事项|建设|情况|请示|报告|小结|总结)[。:]?$/.test(only.reads.trim()))
  )
}

/** The opening sentence names many agencies and charges none of them. */
export function withoutConvening(paragraph: MinutesParagraph, text: string): MinutesParagraph {
  const { sentences, clause, span } = paragraph
  const kept = paragraph.number ? sentences : sentences.filter(({ reads }) => !CONVENES.test(reads.trim()))
  const attends = clause !== null && ATTENDS.test(text.slice(...clause.span))
  const convenes =
    kept.length < sentences.length && clause !== null && ATTENDS.test(text.slice(span[0], clause.span[1]))
  return { ...paragraph, sentences: kept, clause: attends || convenes ? null : clause }
}
