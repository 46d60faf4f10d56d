import { chineseDay } from '#kernel/day.ts'
import { getProgrammeRow, loadTasks } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { Letter } from '../domain/addressing.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import type { Interview, Paper, PaperContent } from '../domain/paper.ts'
import type { SupervisionSettings } from '../domain/settings.ts'
import { assistRequirement } from '../domain/usual-words.ts'
import { issuePaper } from './issue-paper.ts'

interface Writing {
  order: Order
  letters: readonly Letter[]
  dueOn: string
  requirement: string
  /** How things stand today. */
  facts: readonly string[]
  settings: SupervisionSettings
  interview?: Interview | null
}

/** The papers of one step, numbered, with what they say kept as it is today; that to the host first. */
export async function writePapers(
  call: Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>,
  { order, letters, dueOn, requirement, facts, settings, interview = null }: Writing,
): Promise<Paper[]> {
  const { tx, actor } = call
  const programme = await getProgrammeRow(tx, order.programmeId, actor)
  const shared = {
    programme: programme.title,
    matter: order.matter,
    source: order.source,
    ...(await taskOfPlan(tx, order)),
    progress: [...facts],
    circular: null,
  }
  const papers: Paper[] = []
  for (const { kind, standing, to, assists, assistsTo } of letters) {
    if (kind === 'circular') throw supervisionErrors.circularBySelf({})
    const content: PaperContent = {
      ...shared,
      host: to.join('、'),
      standing,
      assists,
      ...(assistsTo !== null && { assistsTo }),
      ...(order.number !== null && { after: order.number }),
      requirement: assistsTo === null ? requirement : assistRequirement(assistsTo, standing),
      urges: order.urges + (kind === 'urge' ? 1 : 0),
      interview: kind === 'interview' ? (interview ?? emptyInterview(dueOn)) : null,
    }
    papers.push(
      await issuePaper(call, { programmeId: order.programmeId, orderId: order.id, kind, dueOn, settings, content }),
    )
  }
  return papers
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
