import { dayInWords } from '#kernel/day.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import type { Call } from '#platform/operation/implement.ts'
import { reasonsOfSummary } from '../domain/compare-lamps.ts'
import type { ProgrammeVerdict, TaskVerdict } from '../domain/verdict.ts'
import { currentBasis } from './basis-on.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { findKeptBefore } from './snapshots.ts'

const isNewlyRed = ({ summary, sinceOn }: TaskVerdict, day: string): boolean => summary === 'red' && sinceOn === day

/** Tells the lead agencies which of their tasks turned red on a day, and the office how many did. */
export async function tellTurnedRed(
  call: Call<unknown>,
  programme: ProgrammeRow,
  { day, tasks }: ProgrammeVerdict,
): Promise<void> {
  const red = tasks.filter((task) => isNewlyRed(task, day))
  // The first day kept has none before it to have turned from.
  if (red.length === 0 || (await findKeptBefore(call.tx, programme, day)) === undefined) return
  const known = new Map((await currentBasis(call.tx, programme, day)).tasks.map((task) => [task.id, task]))
  for (const verdict of red) {
    const task = known.get(verdict.taskId)
    const agencyIds = (task?.agencies ?? []).flatMap(({ agencyId, isLead }) =>
      isLead && agencyId !== null ? [agencyId] : [],
    )
    for (const agencyId of new Set(agencyIds)) {
      await notify(call, {
        to: { agencyId },
        kind: 'lampWorse',
        title: `“${task?.title ?? ''}”转为红灯`,
        text: reasonsOfSummary(verdict)
          .map(({ text }) => text)
          .join(''),
        link: `/tasks/${verdict.taskId}`,
        key: `lamp:${verdict.taskId}:${day}`,
      })
    }
  }
  const titles = red.flatMap(({ taskId }) => known.get(taskId)?.title ?? [])
  await notify(call, {
    to: { roles: ['office'] },
    kind: 'lampWorse',
    title: `${dayInWords(day, day)}转红 ${red.length} 项`,
    text: `《${programme.title}》：${titles.slice(0, 5).join('、')}${titles.length > 5 ? ` 等 ${titles.length} 项` : ''}。`,
    link: `/programmes/${programme.id}/lamps?color=red`,
    key: `lamp:${programme.id}:${day}`,
  })
}
