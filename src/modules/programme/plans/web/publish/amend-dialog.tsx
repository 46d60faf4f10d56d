import { FormDialog } from '#ui/form-dialog.tsx'
import type { PlanView } from '../../contract.ts'
import { Ground, groundTitles } from '../../domain/corrections/ground.ts'
import type { PlanWrites } from '../use-plan-writes.ts'

interface AmendDialogProps {
  view: PlanView
  writes: PlanWrites
  onDone: () => void
  onClose: () => void
}

const kinds = Ground.shape.kind.options.map((value) => ({ value, label: groundTitles[value] }))

/** What is about to hold, newest last. */
function Proposals({ view }: Pick<AmendDialogProps, 'view'>) {
  const made = view.corrections.filter(({ proposed }) => proposed)
  const withdrawn = view.proposed - made.length
  return (
    <>
      <ul className="amend-list">
        {made.map(({ id, title, before, after }) => (
          <li key={id}>
            {title}：<span className="quiet">{before || '（无）'}</span> → {after || '（无）'}
          </li>
        ))}
        {withdrawn > 0 && <li>撤销以前的更正 {withdrawn} 处</li>}
      </ul>
      <p className="quiet">生效后工作方案成为新的一版，工期、报送、亮灯从今天起按更正后的内容，以前各天的记录不变。</p>
    </>
  )
}

/** What was proposed of a plan in force begins to hold, with what it rests on. */
export function AmendDialog({ view, writes, onDone, onClose }: AmendDialogProps) {
  return (
    <FormDialog
      title={`使 ${view.proposed} 处更正生效`}
      act="生效"
      width={640}
      schema={Ground}
      sending={writes.amending}
      first={{ kind: 'misread' }}
      fields={{ kind: { options: kinds } }}
      intro={<Proposals view={view} />}
      onSubmit={(ground) => void writes.amend(ground).then(onDone, () => undefined)}
      onCancel={onClose}
    />
  )
}
