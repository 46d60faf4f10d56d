import { Select } from 'antd'
import { useRead } from '#ui/client.ts'
import { byWords } from '#ui/form/control.ts'
import { organisationContract } from '../contract.ts'

interface AgencyChoiceProps {
  id?: string
  disabled?: boolean
  /** What the agencies are chosen as, read aloud where no label stands beside it: 承办单位. */
  label?: string | undefined
  placeholder?: string | undefined
  value: readonly string[]
  many?: boolean
  /** Left out of the choice. */
  ownId?: string | undefined
  onChange: (agencyIds: string[]) => void
}

/** One agency of the register or several, found by name or pinyin initials. */
export function AgencyChoice({ label, value, many = false, ownId, onChange, ...rest }: AgencyChoiceProps) {
  const register = useRead(organisationContract.listAgencyNames, {})
  const options = (register.data ?? [])
    .filter(({ id }) => id !== ownId)
    .map(({ id, name, shortName, initials }) => ({ value: id, label: name, search: `${shortName ?? ''} ${initials}` }))
  return (
    <Select
      {...rest}
      aria-label={label}
      mode={many ? 'multiple' : undefined}
      allowClear
      loading={register.isPending}
      placeholder={rest.placeholder ?? '按名称或拼音首字母查找'}
      showSearch={byWords}
      value={many ? [...value] : value[0]}
      options={options}
      onChange={(next: string | string[] | undefined) => onChange(next === undefined ? [] : [next].flat())}
      style={{ width: '100%' }}
    />
  )
}
