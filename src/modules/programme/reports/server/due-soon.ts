import { z } from 'zod'
import { groupBy } from '#kernel/group-by.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import { listCounties, listProgrammeRows, loadContents } from '#modules/programme/programmes/server/index.ts'
import { type DutyFact, formatCycle } from '#modules/programme/reporting/contract.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Call } from '#platform/operation/implement.ts'
import { isRemindingDay } from '../domain/remind.ts'
import { loadOwed } from './load-owed.ts'

/** Every morning: agencies with something left to report hear of it three working days and one before it is due. */
export const remindDue = defineJob(
  { name: 'reports.remindDue', formerly: ['statements.remindDue'], title: '提醒报送截止', counties: listCounties },
  z.object({}),
  async ({ actor, now, today, finish }) => {
    await finish(async (call) => {
      const calendar = await loadCalendar(call.tx, actor.divisionCode)
      for (const programme of await listProgrammeRows(call.tx, actor.divisionCode)) {
        const { tasks } = await loadContents(call.tx, programme)
        const owed = await loadOwed(call.tx, { programme, tasks, asOf: now })
        const due = owed.filter(({ dueOn }) => isRemindingDay(today, dueOn, calendar))
        for (const own of groupBy(due, ({ agencyId, cycle }) => `${agencyId} ${cycle}`).values())
          await remind(call, { programme, owed: own, left: calendar.between(today, own[0]?.dueOn ?? today) })
      }
    })
  },
)

interface Reminding {
  programme: { id: string; title: string }
  /** What one agency owes of one cycle. */
  owed: readonly DutyFact[]
  /** Working days. */
  left: number
}

async function remind(call: Call<unknown>, { programme, owed, left }: Reminding): Promise<void> {
  const [first] = owed
  if (!first) return
  const { agencyId, cycle, dueOn } = first
  await notify(call, {
    to: { agencyId, roles: ['reporter', 'agencyHead'] },
    kind: 'statementDue',
    title: `${formatCycle(cycle)}报送还剩 ${left} 个工作日`,
    text: `《${programme.title}》还有 ${owed.length} 项任务未报送，${dueOn} 截止。没有变化的点“无变化”即可。`,
    link: '/reports',
    key: `statementDue:${programme.id}:${cycle}:${agencyId}:${left}`,
  })
}
