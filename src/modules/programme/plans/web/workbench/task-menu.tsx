import type { MenuProps } from 'antd'
import type { PlanTask } from '#compiler/compiled-plan.ts'
import { ActMenu } from './act-menu.tsx'
import type { Editor } from './editing.ts'

interface TaskMenuProps {
  task: PlanTask
  editor: Editor
}

/** What can be corrected in a task. */
export function TaskMenu({ task, editor }: TaskMenuProps) {
  const at = task.titleSpan
  const other = task.kind === 'task' ? 'measure' : 'task'
  const items = (): MenuProps['items'] => [
    { key: 'r', label: '改名称', extra: 'r', onClick: () => editor.edit({ kind: 'retitleTask', task }) },
    { key: 'due', label: '改完成期限', extra: 't', onClick: () => editor.edit({ kind: 'changeDue', task }) },
    {
      key: 'agency',
      label: '增加单位',
      extra: 'a',
      onClick: () => editor.edit({ kind: 'addAgency', task, words: '' }),
    },
    { key: 'target', label: '增加目标', onClick: () => editor.edit({ kind: 'addTarget', at, task, words: '' }) },
    { type: 'divider' },
    { key: 'merge', label: '与其他任务合并', extra: 'm', onClick: () => editor.edit({ kind: 'mergeTasks', task }) },
    {
      key: 'kind',
      label: other === 'measure' ? '改为保障措施' : '改为任务',
      onClick: () => editor.correct({ kind: 'changeTaskKind', at, taskKind: other }),
    },
    { type: 'divider' },
    {
      key: 'drop',
      label: '删除，这不是任务',
      extra: 'Delete',
      danger: true,
      onClick: () => editor.correct({ kind: 'dropTask', at }),
    },
  ]
  return (
    <ActMenu className="more-button" label={`更正任务 ${task.title}`} items={items}>
      更正
    </ActMenu>
  )
}
