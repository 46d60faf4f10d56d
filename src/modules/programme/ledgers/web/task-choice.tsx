import { Select } from 'antd'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { useRead } from '#ui/client.ts'
import { usePathWord } from '#ui/url-state.ts'

interface TaskChoiceProps {
  value: unknown
  onChange: (value: unknown) => void
}

/** One task of the programme in the address, found by number or name; none is allowed. */
export function TaskChoice({ value, onChange }: TaskChoiceProps) {
  const tasks = useRead(programmeContract.listTasks, { programmeId: usePathWord('programmeId') })
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
