import { useState } from 'react'
import type { AgencyMention, PlanTask } from '#compiler/compiled-plan.ts'
import { AgencyChip } from './agency-chip.tsx'
import type { Editor } from './editing.ts'

/** Written out before “等 N 家”; every unsettled one is always in sight. */
const shown = 3

interface AgencyLineProps {
  label: string
  task: PlanTask
  agencies: readonly AgencyMention[]
  editor: Editor | null
  unsettled: ReadonlySet<string>
  onSettle?: (name: string) => void
}

/** `牵头 市科技局`, `参与 市发改委 等 5 家`; a click on the rest writes them all out. */
export function AgencyLine({ label, task, agencies, editor, unsettled, onSettle }: AgencyLineProps) {
  const [all, setAll] = useState(false)
  if (agencies.length === 0) return null
  const open = all || agencies.length <= shown
  const visible = open ? agencies : agencies.filter(({ name }, i) => i === 0 || (onSettle && unsettled.has(name)))
  return (
    <div className="finding-line">
      <dt>{label}</dt>
      <dd>
        {visible.map((agency, i) => (
          <span key={agency.name}>
            {i > 0 && '、'}
            <AgencyChip
              task={task}
              agency={agency}
              editor={editor}
              onSettle={unsettled.has(agency.name) ? onSettle : undefined}
            />
          </span>
        ))}
        {agencies.length > visible.length && (
          <button
            type="button"
            className="plain-button quiet rest-button"
            onClick={() => setAll(true)}
            title={agencies.map((a) => a.name).join('、')}
          >
            {`等 ${agencies.length} 家`}
          </button>
        )}
      </dd>
    </div>
  )
}
