import { z } from 'zod'
import { daysBetween } from '#kernel/day.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { listCounties, listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Call } from '#platform/operation/implement.ts'
import { isRemindingDay } from '../domain/remind.ts'
import { openReports, type ProgrammeReports } from './open-reports.ts'

/** Every morning: agencies with something left to report hear of it three days and one day before it is due. */
export const remindDue = defineJob(
  { name: 'reports.remindDue', formerly: ['statements.remindDue'], title: '提醒报送截止', counties: listCounties },
  z.object({}),
  async ({ actor, now, today, finish }) => {
    await finish(async (call) => {
      for (const { id } of await listProgrammeRows(call.tx, actor.divisionCode))
        await remind(call, await openReports(call.tx, id, { actor, now }), today)
    })
  },
)

async function remind(call: Call<unknown>, opened: ProgrammeReports, today: string): Promise<void> {
  const { cycle, duties, valid } = opened
  if (!cycle || !isRemindingDay(today, cycle.dueOn)) return
  const said = new Set(valid.filter((one) => one.cycle === cycle.key).map((one) => `${one.taskId}/${one.agencyId}`))
  const open = duties.filter((duty) => duty.cycle === cycle.key && !said.has(`${duty.taskId}/${duty.agencyId}`))
  const left = daysBetween(today, cycle.dueOn)
  for (const agencyId of new Set(open.map((duty) => duty.agencyId))) {
    const tasks = open.filter((duty) => duty.agencyId === agencyId).length
    await notify(call, {
      to: { agencyId, roles: ['reporter', 'agencyHead'] },
      kind: 'statementDue',
      title: `${formatCycle(cycle.key)}报送还剩 ${left} 天`,
      text: `《${opened.title}》还有 ${tasks} 项任务未报送，${cycle.dueOn} 截止。没有变化的点“无变化”即可。`,
      link: '/reports',
      key: `statementDue:${opened.programmeId}:${cycle.key}:${agencyId}:${left}`,
    })
  }
}
