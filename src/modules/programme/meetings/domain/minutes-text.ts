/** What the plan compiler says of a text (`compileText`), as far as minutes need it; declared here because a domain stands on itself. */

import type { PlanTarget } from '#compiler/compiled-plan.ts'

export interface NamedAgency {
  name: string
  role: 'lead' | 'participant'
  span: readonly [number, number]
}

export interface NamedDay {
  text: string
  span: readonly [number, number]
  /** The last day; null when the words name none. */
  on: string | null
}

export interface MinutesSentence {
  span: readonly [number, number]
  written: string
  reads: string
  agencies: readonly NamedAgency[]
  due: NamedDay | null
  /** Figures it sets; their spans index the text. */
  targets: readonly PlanTarget[]
  /** It says what has been so. */
  tells: boolean
}

export interface MinutesParagraph {
  span: readonly [number, number]
  number: { kind: string; text: string } | null
  row: boolean
  sentences: readonly MinutesSentence[]
  clause: { span: readonly [number, number]; agencies: readonly NamedAgency[]; due: NamedDay | null } | null
}
