import { Refusal } from '#kernel/errors.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { getTaskRow, listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { ofRows, owned, sameRow } from '#platform/database/same-row.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { reportContract, reportReturned, reportSigned } from '../contract.ts'
import { reportErrors } from '../domain/errors.ts'
import { type Report, reportFlow } from '../domain/report.ts'
import { reviewRefusal, withdrawRefusal } from '../domain/rights.ts'
import { openReports, type ProgrammeReports } from './open-reports.ts'
import { reports } from './tables.ts'
import { lookingAt, type Viewer } from './view-report.ts'

type Step = 'sign' | 'return'
type Settled = { reportId: string; refusal: string | null }[]

export const signReports = implement(reportContract.signReports, (call) => settleAll(call, 'sign', null))

export const returnReports = implement(reportContract.returnReports, (call) =>
  settleAll(call, 'return', call.input.reason),
)

/** Signs or returns many at once; one that cannot be is said and holds up no other. */
async function settleAll(call: Call<{ reportIds: string[] }>, step: Step, reason: string | null): Promise<Settled> {
  const { tx, actor, input, about } = call
  const viewer = { actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  const openedOf = new Map<string, ProgrammeReports>()
  const settled: Settled = []
  const told: Done[] = []
  const taskIds = await listTaskIds(call)
  for (const reportId of new Set(input.reportIds)) {
    try {
      const row = await lockReport(call, reportId)
      const opened =
        openedOf.get(row.programmeId) ??
        (await openReports(tx, row.programmeId, { actor, now: call.now, agencyIds: [], taskIds }))
      openedOf.set(row.programmeId, opened)
      await settleOne(call, { row, step, reason, opened, viewer })
      told.push({ row, title: opened.tasks.get(row.taskId)?.title ?? '任务' })
      settled.push({ reportId, refusal: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      settled.push({ reportId, refusal: error.message })
    }
  }
  await tellReporters(call, told, { step, reason })
  const done = settled.filter(({ refusal }) => refusal === null)
  about(`${reportFlow.steps[step].to === 'signed' ? '签收' : '退回'}报送 ${done.length} 条`, {
    reason,
    reports: done,
  })
  return settled
}

/** What the reports are about; nothing of the programme besides is needed to settle them. */
async function listTaskIds({ tx, actor, input }: Call<{ reportIds: string[] }>): Promise<string[]> {
  const asked = ofRows(reports.id, input.reportIds, actor)
  const rows = await tx.selectDistinct({ taskId: reports.taskId }).from(reports).where(asked)
  return rows.map(({ taskId }) => taskId)
}

async function lockReport({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>, id: string): Promise<Report> {
  const [row] = await tx
    .select()
    .from(reports)
    .where(sameRow(reports, owned(id, actor)))
    .for('update')
  if (!row) throw reportErrors.reportNotFound({})
  return row
}

interface Settling {
  row: Report
  step: Step
  reason: string | null
  opened: ProgrammeReports
  viewer: Viewer
}

async function settleOne(call: Call<unknown>, { row, step, reason, opened, viewer }: Settling): Promise<void> {
  const refusal = reviewRefusal(row, lookingAt(row, { opened, ...viewer }))
  if (refusal) throw refusal
  const status = reportFlow.next(row.status, step)
  const settled = {
    status,
    settledBy: call.actor.name,
    settledAt: call.now,
    settledOn: call.today,
    settledReason: reason,
  }
  await call.tx.update(reports).set(settled).where(sameRow(reports, row))
  const told = { programmeId: row.programmeId, taskId: row.taskId, reportId: row.id }
  await call.emit(step === 'sign' ? reportSigned : reportReturned, told)
}

/** One notice for what was signed at once; each word that comes back is told by itself, with its reason. */
async function tellReporters(call: Call<unknown>, done: readonly Done[], { step, reason }: Telling): Promise<void> {
  for (const userId of new Set(done.map(({ row }) => row.submittedById))) {
    const theirs = done.filter(({ row }) => row.submittedById === userId)
    if (step === 'sign') await tellSigned(call, userId, theirs)
    else for (const one of theirs) await tellReturned(call, one, reason ?? '')
  }
}

interface Done {
  row: Report
  title: string
}

interface Telling {
  step: Step
  reason: string | null
}

async function tellSigned(call: Call<unknown>, userId: string, done: readonly Done[]): Promise<void> {
  const [first] = done
  if (!first) return
  const cycle = formatCycle(first.row.cycle)
  await notify(call, {
    to: { userId, agencyId: first.row.agencyId },
    kind: 'statementSigned',
    title: done.length === 1 ? `${cycle}报送已签收：${first.title}` : `${cycle}报送已签收 ${done.length} 项`,
    text: `${call.actor.name}已签收：${done.map(({ title }) => title).join('、')}。`.slice(0, 400),
    link: done.length === 1 ? `/tasks/${first.row.taskId}` : '/reports',
    key: `report:${first.row.id}:sign`,
  })
}

const tellReturned = (call: Call<unknown>, { row, title }: Done, reason: string): Promise<void> =>
  notify(call, {
    to: { userId: row.submittedById, agencyId: row.agencyId },
    kind: 'statementReturned',
    title: `${formatCycle(row.cycle)}报送被退回：${title}`,
    text: `${call.actor.name}退回，理由：${reason}。请修改后重新报送。`,
    link: '/reports',
    key: `report:${row.id}:return`,
  })

/** The agency takes its own word back while nobody has signed it, and may say it again. */
export const withdrawReport = implement(reportContract.withdrawReport, async (call) => {
  const { tx, actor, now, today, input, about } = call
  const row = await lockReport(call, input.reportId)
  const refusal = withdrawRefusal(row, { ownAgencyIds: actor.agencyId === null ? [] : [actor.agencyId] })
  if (refusal) throw refusal
  const status = reportFlow.next(row.status, 'withdraw')
  await tx
    .update(reports)
    .set({ status, settledBy: actor.name, settledAt: now, settledOn: today })
    .where(sameRow(reports, row))
  const { programmeId, taskId } = row
  await call.emit(reportReturned, { programmeId, taskId, reportId: row.id })
  const task = await getTaskRow(tx, taskId, actor)
  about(`${formatCycle(row.cycle)}报送“${task.title}”`, { reportId: row.id })
  return {}
})
