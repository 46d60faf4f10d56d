import type { CompiledPlan, PlanTarget } from '#compiler/compiled-plan.ts'
import type { Correction } from '../../domain/corrections/correction.ts'
import { formatDue } from '../../domain/labels.data.ts'
import { accrualOfKind } from '../../domain/target/meaning.ts'
import type { Editing } from './editing.ts'

type Kind = Editing['kind']

/** A correction being written; it is parsed before it is kept. */
export type Draft = Extract<Correction, { kind: Kind }>

type TargetDraft = Extract<Correction, { kind: 'addTarget' }>['target']

const figure =
  /(?<name>.*?)(?:达到|达|到|不低于|不少于|完成|新增|建成|培育)?(?<value>\d+(?:\.\d+)?)\s*(?<unit>个百分点|[%％]|[\p{Script=Han}]{1,3})?/u

/** A first reading of selected words as a target: the first figure, its unit, what stands before it. */
export function targetFromWords(plan: CompiledPlan, words: string): TargetDraft {
  const { name = words, value, unit = '' } = figure.exec(words)?.groups ?? {}
  const plainUnit = unit.replace('％', '%').replace(/(?:以上|以内|左右|以下).*$/u, '')
  return {
    indicator: { text: name.replace(/[，,、。；;：:]+$/u, '').slice(-40), code: null },
    op: '>=',
    value: value === undefined ? null : Number(value),
    valueMax: null,
    unit: plainUnit,
    kind: plainUnit === '%' ? 'ratio' : 'stock',
    accrual: 'standing',
    force: null,
    period: plan.document.period,
    modality: '应当',
  }
}

/** What a correction says of a target, as it stands. */
export const fieldsOf = (t: PlanTarget): TargetDraft => {
  const { indicator, op, value, valueMax, unit, kind, accrual, force, period, modality } = t
  return { indicator, op, value, valueMax, unit, kind, accrual: accrual ?? accrualOfKind(t), force, period, modality }
}

/** Where a correction begins: with what stands there now. */
export function draftOf(plan: CompiledPlan, editing: Editing): Draft {
  switch (editing.kind) {
    case 'retitleTask':
      return { kind: 'retitleTask', at: editing.task.titleSpan, title: editing.task.title }
    case 'mergeTasks':
      return { kind: 'mergeTasks', at: editing.task.titleSpan, others: [] }
    case 'splitTask':
      return { kind: 'splitTask', at: editing.task.titleSpan, offset: editing.at[0], title: editing.words }
    case 'addTask':
      return { kind: 'addTask', at: editing.at, title: editing.words, taskKind: 'task' }
    case 'changeDue': {
      const { due, titleSpan } = editing.task
      return { kind: 'changeDue', at: titleSpan, on: due?.on ?? null, text: formatDue(due) }
    }
    case 'addAgency':
      return { kind: 'addAgency', at: editing.task.titleSpan, name: editing.words, role: 'participant' }
    case 'renameAgency':
      return { kind: 'renameAgency', at: editing.task.titleSpan, name: editing.agency.name, to: editing.agency.name }
    case 'addTarget':
      return {
        kind: 'addTarget',
        at: editing.at,
        task: editing.task?.titleSpan ?? null,
        target: targetFromWords(plan, editing.words),
      }
    case 'changeTarget':
      return {
        kind: 'changeTarget',
        at: editing.target.clause.span,
        figure: editing.target.valueSpan,
        target: fieldsOf(editing.target),
      }
  }
}
