import { and, asc, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { daysBetween } from '#kernel/day.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import { listCounties, listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import { ofRow } from '#platform/database/same-row.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Call } from '#platform/operation/implement.ts'
import { isOverdue, orderLevelTitles } from '../domain/order.ts'
import { loadSettings } from './load-settings.ts'
import { orders } from './tables.ts'
import { tellDue } from './tell.ts'
import { workOutProposals } from './work-out-proposals.ts'

/** Once a day: the proposals are worked out from the day's figures, and agencies are told what is due soon or late. */
export const superviseDaily = defineJob(
  { name: 'supervision.daily', title: '核对督办建议和到期提醒', counties: listCounties },
  z.object({}),
  async ({ transaction, actor }) => {
    const programmes = await transaction(({ tx }) => listProgrammeRows(tx, actor.divisionCode))
    for (const programme of programmes) await transaction((call) => superviseProgramme(call, programme))
  },
)

export const dailySupervision = { job: superviseDaily, cron: '40 22 * * *', payload: {} } as const

type Supervised = Awaited<ReturnType<typeof listProgrammeRows>>[number]

async function superviseProgramme(call: Call<unknown>, programme: Supervised): Promise<void> {
  const { drafts } = await workOutProposals(call, programme)
  await tellDues(call, programme)
  if (drafts.length === 0) return
  await notify(call, {
    kind: 'orderEscalated',
    title: `新增 ${drafts.length} 条督办建议，请处理`,
    text: drafts
      .map(({ level, matter }) => `${orderLevelTitles[level]}：${matter}`)
      .slice(0, 10)
      .join('\n')
      .slice(0, 1000),
    link: `/programmes/${programme.id}/supervision`,
    key: `proposals:${programme.id}:${call.today}`,
    to: { roles: ['office'] },
  })
}

async function tellDues(call: Call<unknown>, programme: Supervised): Promise<void> {
  const { tx, today } = call
  const calendar = await loadCalendar(tx, programme.divisionCode)
  if (!calendar.isWorkingDay(today)) return
  const { settings } = await loadSettings(tx, programme)
  const waiting = await tx
    .select()
    .from(orders)
    .where(and(ofRow(orders.programmeId, programme), inArray(orders.state, ['issued', 'received', 'handling'])))
    .orderBy(asc(orders.dueOn), asc(orders.id))
  for (const order of waiting) {
    const isSoon = calendar.between(today, order.dueOn) <= settings.remindDays
    if (isOverdue(order, today) || isSoon) await tellDue(call, order, daysBetween(today, order.dueOn))
  }
}
