import type { MenuProps } from 'antd'
import type { AgencyMention, PlanTask } from '#compiler/compiled-plan.ts'
import { ActMenu } from './act-menu.tsx'
import type { Editor } from './editing.ts'

interface AgencyChipProps {
  task: PlanTask
  agency: AgencyMention
  /** Null when the plan can only be read. */
  editor: Editor | null
  /** The register does not know the name for certain; opens the place where that is settled. */
  onSettle?: (name: string) => void
}

/** An agency of a task; a click offers to settle, rename, change its role or take it out. */
export function AgencyChip({ task, agency, editor, onSettle }: AgencyChipProps) {
  const { name, role, inherited } = agency
  const words = (
    <>
      {name}
      {inherited && <small className="quiet">（全文规定）</small>}
      {onSettle && (
        <small className="to-settle" title="单位名录里没有确定的对应，待确认">
          ?
        </small>
      )}
    </>
  )
  if (!editor) return <span className="agency-chip">{words}</span>
  const at = task.titleSpan
  const other = role === 'lead' ? 'participant' : 'lead'
  const items = (): MenuProps['items'] => [
    ...(onSettle ? [{ key: 'settle', label: '确认是哪个单位', onClick: () => onSettle(name) }] : []),
    {
      key: 'role',
      label: other === 'lead' ? '改为牵头' : '改为参与',
      onClick: () => editor.correct({ kind: 'changeRole', at, name, role: other }),
    },
    { key: 'rename', label: '改单位名称', onClick: () => editor.edit({ kind: 'renameAgency', task, agency }) },
    {
      key: 'drop',
      label: '从本任务删除',
      danger: true,
      onClick: () => editor.correct({ kind: 'dropAgency', at, name }),
    },
  ]
  return (
    <ActMenu className="agency-chip" items={items} unsettled={onSettle !== undefined}>
      {words}
    </ActMenu>
  )
}
