import { Select } from 'antd'
import { z } from 'zod'
import { roleTitles } from '#kernel/actor.ts'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { useRead } from '#ui/client.ts'
import { SchemaForm } from '#ui/schema-form.tsx'
import { User } from '../domain/user.ts'

const UserFields = User.pick({ username: true, name: true, role: true, agencyId: true }).extend({
  reason: z.string().trim().min(2).max(200).meta({ label: '办理依据' }),
})
type UserFields = z.infer<typeof UserFields>

interface UserFormProps {
  first: UserFields
  /** A username once given stays. */
  fixedUsername?: boolean
  act: string
  pending: boolean
  error: Error | null
  onSubmit: (fields: UserFields) => void
  onCancel: () => void
}

interface AgencyChoiceProps {
  value: unknown
  onChange: (agencyId: string | null) => void
}

function AgencyChoice({ value, onChange }: AgencyChoiceProps) {
  const register = useRead(organisationContract.listAgencies, {})
  const options = (register.data?.agencies ?? []).map(({ id, name, shortName, initials }) => {
    return { value: id, label: name, search: `${name} ${shortName ?? ''} ${initials}` }
  })
  return (
    <Select
      aria-label="所在单位"
      allowClear
      placeholder="不属于某一单位"
      loading={register.isPending}
      showSearch={{ filterOption: (text, option) => option?.search.includes(text.toLowerCase()) === true }}
      value={typeof value === 'string' ? value : undefined}
      options={options}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      style={{ width: '100%' }}
    />
  )
}

const controls = { agencyId: AgencyChoice }

/** Who somebody is, what their duty is, where they belong. */
export function UserForm({ first, fixedUsername = false, ...form }: UserFormProps) {
  return (
    <SchemaForm
      schema={UserFields}
      first={first}
      locked={fixedUsername ? ['username'] : []}
      titles={{ role: roleTitles }}
      controls={controls}
      {...form}
    />
  )
}
