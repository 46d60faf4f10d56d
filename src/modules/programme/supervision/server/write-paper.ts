import { chineseDay } from '#kernel/day.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import { getProgrammeRow, loadTasks } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order, OrderLevel } from '../domain/order.ts'
import type { Interview, Paper, PaperContent } from '../domain/paper.ts'
import { issuePaper } from './issue-paper.ts'
import { loadSettings } from './load-settings.ts'

interface Writing {
  order: Order
  kind: OrderLevel
  dueOn: string
  requirement: string
  facts?: readonly string[]
  interview?: Interview | null
}

/** The paper of one case, numbered, with what it says kept as it is today. */
export async function writePaper(
  call: Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>,
  { order, kind, dueOn, requirement, facts, interview = null }: Writing,
): Promise<Paper> {
  if (kind === 'circular') throw supervisionErrors.circularBySelf({})
  const { tx, actor } = call
  const programme = await getProgrammeRow(tx, order.programmeId, actor)
  const { settings } = await loadSettings(tx, programme)
  const names = await getAgencyNames(tx, [order.agencyId, ...order.assistIds], actor)
  return issuePaper(call, {
    programmeId: order.programmeId,
    orderId: order.id,
    kind,
    dueOn,
    settings,
    content: {
      programme: programme.title,
      matter: order.matter,
      source: order.source,
      host: names.get(order.agencyId) ?? '',
      assists: order.assistIds.flatMap((id) => names.get(id) ?? []),
      requirement,
      ...(await taskOfPlan(tx, order)),
      progress: [...(facts ?? order.grounds.map(({ text }) => text))],
      urges: order.urges + (kind === 'urge' ? 1 : 0),
      circular: null,
      interview: kind === 'interview' ? (interview ?? emptyInterview(dueOn)) : null,
    },
  })
}

/** The title of a task and its first words as the plan has them, its targets and its last day. */
async function taskOfPlan(tx: Tx, order: Order): Promise<Pick<PaperContent, 'task'>> {
  const [task] = (await loadTasks(tx, { id: order.programmeId, divisionCode: order.divisionCode }, [order.taskId]))
    .tasks
  if (!task) return {}
  const asks = task.targets.map(({ indicator, sentence }) => `${indicator.text}：${sentence}`)
  const due = task.dueOn === null ? [] : [`完成期限：${chineseDay(task.dueOn)}`]
  return { task: { title: task.title, words: task.text, asks: [...asks, ...due] } }
}

const emptyInterview = (on: string): Interview => ({
  on,
  place: '',
  host: '',
  invited: '',
  recorder: '',
  talk: '',
  statement: '',
})
