import { and, isNull } from 'drizzle-orm'
import { listOwnTasks } from '#modules/programme/programmes/server/index.ts'
import { owned, sameRow } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'
import { reportingErrors } from '../domain/errors.ts'
import { questionAnswers, questions } from './tables.ts'

interface Answers {
  questions: readonly { questionId: string; answer: string }[]
}

/** Keeps what an agency says to the office's own questions; said again, the newer word stands. */
export async function answerQuestions(
  { tx, actor, now, input }: Pick<Call<Answers>, 'tx' | 'actor' | 'now' | 'input'>,
  agencyId: string,
): Promise<void> {
  for (const { questionId, answer } of input.questions) {
    const open = and(sameRow(questions, owned(questionId, actor)), isNull(questions.withdrawnAt))
    const [question] = await tx.select().from(questions).where(open)
    // What an agency without a task of the programme would say was asked of nobody.
    if (!question || (await listOwnTasks(tx, question.programmeId, actor)).size === 0)
      throw reportingErrors.questionNotFound({})
    const row = {
      divisionCode: actor.divisionCode,
      questionId,
      agencyId,
      answer,
      answeredBy: actor.name,
      answeredAt: now,
    }
    const target = [questionAnswers.divisionCode, questionAnswers.questionId, questionAnswers.agencyId]
    await tx.insert(questionAnswers).values(row).onConflictDoUpdate({ target, set: row })
  }
}
