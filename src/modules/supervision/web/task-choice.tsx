import { Select } from 'antd'
import { programmeContract } from '#modules/programmes/contract.ts'
import { useRead } from '#ui/client.ts'

interface TaskChoiceProps {
  programmeId: string
  value: unknown
  onChange: (value: unknown) => void
}

/** One task of the programme, found by number or name; none is allowed. */
export function TaskChoice({ programmeId, value, onChange }: TaskChoiceProps) {
  const tasks = useRead(programmeContract.listTasks, { programmeId })
  return (
    <Select
      allowClear
      loading={tasks.isPending}
      placeholder="按编号或名称查找（可不填）"
      value={typeof value === 'string' && value !== '' ? value : null}
      showSearch={{ optionFilterProp: 'label' }}
      options={(tasks.data ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}`.trim() }))}
      onChange={(id) => onChange(id ?? null)}
      style={{ width: '100%' }}
    />
  )
}
