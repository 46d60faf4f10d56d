import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { groupBy } from '#kernel/group-by.ts'
import { type Owned, ofRow, ofRows } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Question } from '../domain/reporting.ts'
import { questionAnswers, questions } from './tables.ts'

/** A question the office asks, with what agencies said to it. */
export interface AskedQuestion extends Pick<Question, 'id' | 'text' | 'kind' | 'cycle'> {
  answers: { agencyId: string; answer: string }[]
}

/** The programme's questions that were not withdrawn, of one cycle where it is named, with the answers of these agencies. */
export async function listQuestions(
  tx: Tx,
  of: { programme: Owned; cycle?: string; agencyIds?: readonly string[] | undefined },
): Promise<AskedQuestion[]> {
  const asked = and(
    ofRow(questions.programmeId, of.programme),
    of.cycle === undefined ? undefined : eq(questions.cycle, of.cycle),
    isNull(questions.withdrawnAt),
  )
  const rows = await tx.select().from(questions).where(asked).orderBy(asc(questions.savedAt), asc(questions.id))
  if (rows.length === 0) return []
  const mine = and(
    ofRows(
      questionAnswers.questionId,
      rows.map(({ id }) => id),
      of.programme,
    ),
    of.agencyIds && inArray(questionAnswers.agencyId, [...of.agencyIds]),
  )
  const answers = tx.select().from(questionAnswers).where(mine)
  const inOrder = await answers.orderBy(asc(questionAnswers.answeredAt), asc(questionAnswers.agencyId))
  const given = groupBy(inOrder, ({ questionId }) => questionId)
  return rows.map(({ id, text, kind, cycle }) => ({
    id,
    text,
    kind,
    cycle,
    answers: given.get(id) ?? [],
  }))
}
