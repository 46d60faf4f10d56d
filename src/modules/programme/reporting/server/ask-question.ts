import { newId } from '#kernel/ids.ts'
import { getProgrammeRow, loadContents, type ProgrammeContents } from '#modules/programme/programmes/server/index.ts'
import { ofRow, owned, sameRow } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { reportingContract } from '../contract.ts'
import { reportingErrors } from '../domain/errors.ts'
import { findHeld, type Held, registerFields, reportFields } from '../domain/held.ts'
import { viewReporting } from './get-reporting.ts'
import { questions } from './tables.ts'

/** One more question to every agency for one cycle; refused when the house holds the answer, with the place where it lies. */
export const askQuestion = implement(reportingContract.askQuestion, async (call) => {
  const { input, tx, actor, now, about } = call
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const asked = await tx.select().from(questions).where(ofRow(questions.programmeId, programme))
  const held = [
    ...heldBy(await loadContents(tx, programme), programme.id),
    ...asked
      .filter(({ cycle, withdrawnAt }) => cycle === input.cycle && withdrawnAt === null)
      .map(({ text }) => ({
        words: text,
        where: '本期已有的附加问题',
        link: `/programmes/${programme.id}/reports`,
      })),
  ]
  const found = findHeld(input.text, held)
  if (found) throw reportingErrors.alreadyHeld({ what: found.words, where: found.where }, { link: found.link })
  const { programmeId, cycle, kind, text } = input
  await tx.insert(questions).values({
    id: newId(now.getTime()),
    divisionCode: actor.divisionCode,
    programmeId,
    cycle,
    kind,
    text,
    savedBy: actor.name,
    savedAt: now,
    withdrawnAt: null,
  })
  about(`附加问题“${text}”`, { cycle })
  return viewReporting(call, programmeId)
})

/** Everything the programme, its reports and the register answer already. */
function heldBy({ tasks, targets }: ProgrammeContents, programmeId: string): Held[] {
  const here = `/programmes/${programmeId}`
  return [
    ...targets.map(({ indicator, taskId, taskTitle }) => ({
      words: indicator.text,
      where: taskTitle === null ? '目标清单' : `任务“${taskTitle}”的目标`,
      link: taskId === null ? `${here}/targets` : `/tasks/${taskId}`,
    })),
    ...tasks.map(({ id, title }) => ({
      words: `${title}进展`,
      where: `任务“${title}”的报送记录`,
      link: `/tasks/${id}`,
    })),
    ...reportFields.map((words) => ({ words, where: '每项任务的报送', link: `${here}/reports` })),
    ...registerFields.map(([words, where, link]) => ({
      words,
      where,
      link: link === '/agencies' ? link : here + link,
    })),
  ]
}

export const withdrawQuestion = implement(reportingContract.withdrawQuestion, async (call) => {
  const { input, tx, actor, now, about } = call
  const mine = sameRow(questions, owned(input.questionId, actor))
  const [row] = await tx.update(questions).set({ withdrawnAt: now }).where(mine).returning()
  if (!row) throw reportingErrors.questionNotFound({})
  about(`附加问题“${row.text}”`)
  return viewReporting(call, row.programmeId)
})
