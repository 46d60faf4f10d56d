import { z } from 'zod'
import { daysBetween } from '#kernel/day.ts'
import { groupBy } from '#kernel/group-by.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { listCounties, listProgrammeRows, loadContents } from '#modules/programme/programmes/server/index.ts'
import { type DutyFact, formatCycle } from '#modules/programme/reporting/contract.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Call } from '#platform/operation/implement.ts'
import { isRemindingDay } from '../domain/remind.ts'
import { loadOwed } from './load-owed.ts'

/** Every morning: agencies with something left to report hear of it three days and one day before it is due. */
export const remindDue = defineJob(
  { name: 'reports.remindDue', formerly: ['statements.remindDue'], title: '提醒报送截止', counties: listCounties },
  z.object({}),
  async ({ actor, now, today, finish }) => {
    await finish(async (call) => {
      for (const programme of await listProgrammeRows(call.tx, actor.divisionCode)) {
        const { tasks } = await loadContents(call.tx, programme)
        const owed = await loadOwed(call.tx, { programme, tasks, asOf: now })
        const due = owed.filter(({ dueOn }) => isRemindingDay(today, dueOn))
        for (const own of groupBy(due, ({ agencyId, cycle }) => `${agencyId} ${cycle}`).values())
          await remind(call, { programme, owed: own, today })
      }
    })
  },
)

interface Reminding {
  programme: { id: string; title: string }
  /** What one agency owes of one cycle. */
  owed: readonly DutyFact[]
  today: string
}

async function remind(call: Call<unknown>, { programme, owed, today }: Reminding): Promise<void> {
  const [first] = owed
  if (!first) return
  const { agencyId, cycle, dueOn } = first
  const left = daysBetween(today, dueOn)
  await notify(call, {
    to: { agencyId, roles: ['reporter', 'agencyHead'] },
    kind: 'statementDue',
    title: `${formatCycle(cycle)}报送还剩 ${left} 天`,
    text: `《${programme.title}》还有 ${owed.length} 项任务未报送，${dueOn} 截止。没有变化的点“无变化”即可。`,
    link: '/reports',
    key: `statementDue:${programme.id}:${cycle}:${agencyId}:${left}`,
  })
}
