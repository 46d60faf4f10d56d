import { and, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { listHolders } from '#modules/office/accounts/server/index.ts'
import { notify, type Telling } from '#modules/office/notices/server/index.ts'
import { ofRows, owned, sameRow } from '#platform/database/same-row.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { reportContract, reportCorrected } from '../contract.ts'
import { whyImpossible } from '../domain/check-answer.ts'
import { correctionFlow, grantedBy } from '../domain/correction.ts'
import { reportErrors } from '../domain/errors.ts'
import { correctRefusal, reviewRefusal } from '../domain/rights.ts'
import { corrections, reports } from './tables.ts'
import { cycleOf, lookAt } from './waiting-corrections.ts'

/** A report with its programme opened, as the person before it sees it. */
async function look(call: Call<unknown>, reportId: string) {
  const { tx, actor } = call
  const [row] = await tx
    .select()
    .from(reports)
    .where(sameRow(reports, owned(reportId, actor)))
    .for('update')
  if (!row) throw reportErrors.reportNotFound({})
  return lookAt(call, row)
}

export const askCorrection = implement(reportContract.askCorrection, async (call) => {
  const { tx, actor, now, input, about } = call
  const { row, opened, looking } = await look(call, input.reportId)
  const refusal = correctRefusal(row, looking)
  if (refusal) throw refusal
  const of = ofRows(corrections.reportId, [row.id], actor)
  const granted = grantedBy(await tx.select().from(corrections).where(of), now)
  const stated = row.values.find(({ targetId }) => targetId === input.targetId)
  const target = opened.targets.get(input.targetId)
  if (!stated || !target) throw reportErrors.figureNotStated({})
  const before = granted.findLast(({ targetId }) => targetId === input.targetId)?.after ?? stated.value
  const indicator = target.indicator.text
  if (before === input.value) throw reportErrors.nothingCorrected({ indicator })
  const impossible = whyImpossible(input.value, { ...target, ask: 'number' })
  if (impossible) throw reportErrors.impossibleFigure({ indicator, why: impossible })
  const id = newId(now.getTime())
  const [taken] = await tx
    .insert(corrections)
    .values({
      id,
      divisionCode: actor.divisionCode,
      programmeId: row.programmeId,
      taskId: row.taskId,
      reportId: row.id,
      targetId: target.id,
      before,
      after: input.value,
      reason: input.reason,
      askedById: actor.userId,
      askedBy: actor.name,
      askedAt: now,
      status: 'asked',
      settledBy: null,
      settledAt: null,
      settledReason: null,
    })
    .onConflictDoNothing()
    .returning()
  if (!taken) throw reportErrors.alreadyAsked({ indicator })
  await notify(call, {
    to: await reviewersOf(call, row.agencyId),
    kind: 'statementSigned',
    title: `${cycleOf(row)}“${indicator}”申请更正，待同意`,
    text: `${looking.agencyName}${actor.name}申请由 ${before} 更正为 ${input.value}，理由：${input.reason}。`,
    link: '/reviews',
    key: `correction:${id}:asked`,
  })
  about(`${cycleOf(row)}报送“${indicator}”的更正`, { before, after: input.value, reason: input.reason })
  return { correctionId: id }
})

/** Who is told that something waits for consent: the agency's own reviewers and heads, else the office. */
async function reviewersOf({ tx, actor }: Call<unknown>, agencyId: string): Promise<Telling['to']> {
  const roles = ['reviewer', 'agencyHead'] as const
  const holders = await listHolders(tx, actor.divisionCode, { agencyIds: [agencyId], roles })
  const others = holders.filter(({ userId }) => userId !== actor.userId)
  return others.length > 0 ? { agencyId, roles: [...roles] } : { roles: ['office'] }
}

export const settleCorrection = implement(reportContract.settleCorrection, async (call) => {
  const { tx, actor, now, input, about } = call
  const mine = sameRow(corrections, owned(input.correctionId, actor))
  const [asked] = await tx.select().from(corrections).where(mine).for('update')
  if (!asked) throw reportErrors.correctionNotFound({})
  const { row, opened, looking } = await look(call, asked.reportId)
  const refusal = reviewRefusal({ ...row, submittedById: asked.askedById }, looking)
  if (refusal) throw refusal
  if (!input.granted && input.reason === null) throw reportErrors.refusalUnsaid({})
  const status = correctionFlow.next(asked.status, input.granted ? 'grant' : 'refuse')
  await tx
    .update(corrections)
    .set({ status, settledBy: actor.name, settledAt: now, settledReason: input.reason })
    .where(and(mine, eq(corrections.status, 'asked')))
  const { programmeId, taskId } = row
  if (input.granted) await call.emit(reportCorrected, { programmeId, taskId, reportId: row.id })
  const indicator = opened.targets.get(asked.targetId)?.indicator.text ?? '目标'
  await notify(call, {
    to: { userId: asked.askedById, agencyId: row.agencyId },
    kind: input.granted ? 'statementSigned' : 'statementReturned',
    title: `${cycleOf(row)}“${indicator}”的更正${input.granted ? '已同意' : '未获同意'}`,
    text: input.granted
      ? `${asked.before} 更正为 ${asked.after}，自今日起按更正后的数亮灯。`
      : `${actor.name}不同意，理由：${input.reason ?? ''}。`,
    link: `/tasks/${taskId}`,
    key: `correction:${asked.id}:${status}`,
  })
  about(`${cycleOf(row)}报送“${indicator}”的更正`, { status, before: asked.before, after: asked.after })
  return {}
})
