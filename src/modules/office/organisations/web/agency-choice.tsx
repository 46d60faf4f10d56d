import { Select } from 'antd'
import { useRead } from '#ui/client.ts'
import { organisationContract } from '../contract.ts'

interface AgencyChoiceProps {
  /** What the agencies are chosen as, read aloud: 承办单位. */
  label: string
  value: readonly string[]
  many?: boolean
  /** Left out of the choice. */
  ownId?: string | undefined
  onChange: (agencyIds: string[]) => void
}

/** One agency of the register or several, found by name or pinyin initials. */
export function AgencyChoice({ label, value, many = false, ownId, onChange }: AgencyChoiceProps) {
  const register = useRead(organisationContract.listAgencies, {})
  const options = (register.data?.agencies ?? [])
    .filter(({ id }) => id !== ownId)
    .map(({ id, name, shortName, initials }) => ({
      value: id,
      label: name,
      search: `${name} ${shortName ?? ''} ${initials}`,
    }))
  return (
    <Select
      aria-label={label}
      mode={many ? 'multiple' : undefined}
      allowClear
      loading={register.isPending}
      placeholder="按名称或拼音首字母查找"
      showSearch={{ filterOption: (text, option) => option?.search.includes(text.toLowerCase()) === true }}
      value={many ? [...value] : value[0]}
      options={options}
      onChange={(next: string | string[] | undefined) => onChange(next === undefined ? [] : [next].flat())}
      style={{ width: '100%' }}
    />
  )
}
