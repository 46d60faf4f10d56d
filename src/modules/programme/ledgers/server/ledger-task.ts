import type { TargetVerdict, TaskVerdict } from '#modules/programme/lamps/contract.ts'
import { shareOf } from '#modules/programme/plans/contract.ts'
import { callTask, type TargetView, type TaskView } from '#modules/programme/programmes/contract.ts'
import type { ReportFact } from '#modules/programme/reports/server/index.ts'
import type { LedgerTask } from '../domain/task-ledger.ts'
import type { TaskNote } from '../domain/task-note.ts'

type Named = readonly { name: string }[]

/** As much of a task of the programme as a ledger shows. */
interface LedgerSource extends Pick<TaskView, 'id' | 'number' | 'title' | 'dueOn' | 'ongoing' | 'dueText'> {
  leads: Named
  participants: Named
  targets: readonly (Pick<TargetView, 'id' | 'op' | 'sentence'> & { indicator: { text: string } })[]
}

type Spoken = Pick<ReportFact, 'submittedOn' | 'text' | 'state'>

interface Judged extends Pick<TaskVerdict, 'summary'> {
  targets: readonly Pick<TargetVerdict, 'targetId' | 'reached' | 'wanted'>[]
}

interface TaskFacts {
  schedule: { steps: LedgerTask['steps'] } | undefined
  said: LedgerTask['said']
  verdict: Judged | undefined
  note: TaskNote | null
}

const saidWords = { unchanged: '本期无变化', progressed: '有进展', difficult: '有困难', finished: '已完成' } as const

/** @param isSpokenOf something was said, though perhaps nothing this reader may read */
export function saidOf(newest: Spoken | undefined, isSpokenOf: boolean): LedgerTask['said'] {
  if (!newest) return isSpokenOf ? { text: '其他单位已报送', difficult: false, on: '' } : null
  const { text, state, submittedOn } = newest
  return { text: text || saidWords[state], difficult: state === 'difficult', on: submittedOn }
}

export function ledgerTask(task: LedgerSource, { schedule, said, verdict, note }: TaskFacts): LedgerTask {
  return {
    id: task.id,
    title: callTask(task),
    targets: task.targets.map(({ indicator, sentence }) => `${indicator.text} ${sentence}`.trim()),
    leads: task.leads.map(({ name }) => name),
    participants: task.participants.map(({ name }) => name),
    due: task.dueOn ?? (task.ongoing ? '长期坚持' : (task.dueText ?? '未明确')),
    steps: schedule?.steps ?? [],
    lamp: verdict?.summary ?? 'grey',
    ratio: ratioOf(task, verdict),
    said,
    note,
  }
}

/** The worst of the targets for which more is better and both figures are known. */
function ratioOf(task: LedgerSource, verdict: Judged | undefined): number | null {
  const opOf = new Map(task.targets.map(({ id, op }) => [id, op]))
  const ratios = (verdict?.targets ?? []).flatMap(({ targetId, reached, wanted }) => {
    const op = opOf.get(targetId)
    return (op && shareOf({ op }, reached, wanted)) ?? []
  })
  return ratios.length === 0 ? null : Math.min(...ratios)
}
