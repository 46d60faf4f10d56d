import { z } from 'zod'
import { FormDialog } from '#ui/form-dialog.tsx'
import type { Values } from '#ui/schema-form.tsx'
import {
  levelTitle,
  type OrderLevel,
  orderLevelTitles,
  type PaperChoice,
  type Standing,
  supervisionContract,
} from '../contract.ts'
import { Order } from '../domain/order.ts'
import { Interview } from '../domain/paper.ts'
import { usualRequirement } from '../domain/usual-words.ts'

const { kind, requirement, dueOn, words } = supervisionContract.escalateOrder.input.shape
const { agencyId, assistIds } = Order.shape
const schema = z.object({
  kind: kind.meta({ label: '文书', titles: orderLevelTitles }),
  agencyId: agencyId.nullable(),
  assistIds,
  requirement,
  dueOn,
  /** What was said is written down after it. */
  interview: Interview.omit({ talk: true, statement: true }).meta({ label: '约谈' }),
  words: words.meta({ help: '可不填，记入办理过程', kind: 'text' }),
})
/** When a new case begins, somebody has to answer for it. */
const begun = schema.extend({ agencyId })

type Terms = z.infer<typeof schema>
export type PaperTerms = Omit<Terms, 'interview'> & { interview: Interview | null }

interface PaperDialogProps {
  title: string
  /** The papers that may go out, each with its usual day. */
  choices: readonly PaperChoice[]
  first: OrderLevel
  /** How the host stands to who signs. */
  standing: Standing
  today: string
  /** Who answers; offered for choosing when a new case begins. */
  parties?: { agencyId: string | null; assistIds: string[] }
  sending: { isPending: boolean; error: Error | null }
  onConfirm: (terms: PaperTerms) => void
  onCancel: () => void
}

/** A paper before it goes out: which, to whom, what is asked, until when. A person always sends it. */
export function PaperDialog({ choices, first, standing, today, parties, onConfirm, ...dialog }: PaperDialogProps) {
  const choiceOf = (level: OrderLevel | null | undefined) => choices.find((one) => one.kind === level)
  const titleOf = (level: OrderLevel) => levelTitle({ level, standing })
  const usual = (level: OrderLevel): Values<typeof schema> => ({
    requirement: usualRequirement(level, standing),
    dueOn: choiceOf(level)?.dueOn,
    interview: { on: today, place: '', host: '', invited: '', recorder: '' },
  })
  return (
    <FormDialog
      {...dialog}
      width={620}
      act={(typed) => `发出${titleOf(typed.kind ?? first)}`}
      schema={parties ? begun : schema}
      first={{ kind: first, assistIds: [], ...parties, ...usual(first) }}
      fields={(typed) => ({
        kind: { options: choices.map((one) => ({ value: one.kind, label: titleOf(one.kind) })) },
        agencyId: { hidden: !parties },
        assistIds: { hidden: !parties, ...(typed.agencyId && { leftOut: typed.agencyId }) },
        dueOn: { from: today, help: `规则为${choiceOf(typed.kind)?.limit ?? ''}` },
        interview: { hidden: typed.kind !== 'interview' },
      })}
      onChange={(changed) => (changed.kind ? usual(changed.kind) : undefined)}
      onSubmit={({ interview, ...terms }) =>
        onConfirm({
          ...terms,
          interview: terms.kind === 'interview' ? { ...interview, talk: '', statement: '' } : null,
        })
      }
    />
  )
}
