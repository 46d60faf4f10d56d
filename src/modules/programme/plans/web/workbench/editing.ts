import type { AgencyMention, PlanTarget, PlanTask } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import type { Correction } from '../../domain/corrections/correction.ts'

/** What a person has begun to correct; the dialogue asks for what is missing. */
export type Editing =
  | { kind: 'retitleTask'; task: PlanTask }
  | { kind: 'mergeTasks'; task: PlanTask }
  | { kind: 'splitTask'; task: PlanTask; at: Span; words: string }
  | { kind: 'addTask'; at: Span; words: string }
  | { kind: 'changeDue'; task: PlanTask }
  | { kind: 'addAgency'; task: PlanTask; words: string }
  | { kind: 'renameAgency'; task: PlanTask; agency: AgencyMention }
  | { kind: 'addTarget'; at: Span; task: PlanTask | null; words: string }
  | { kind: 'changeTarget'; target: PlanTarget }

export interface Editor {
  /** Opens the dialogue for what needs words. */
  edit: (editing: Editing) => void
  /** Does at once what needs none; it can be taken back. */
  correct: (correction: Correction) => void
}
