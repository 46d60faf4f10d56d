import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { Role, roleTitles } from '#kernel/actor.ts'
import { organisationContract } from '#modules/organisations/contract.ts'
import { useRead } from '#ui/client.ts'
import { Username } from '../domain/user.ts'

export interface UserFields {
  username: string
  name: string
  role: Role
  agencyId: string | null
}

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

function complaintsOf({ username, name }: UserFields, fixedUsername: boolean) {
  const asUsername = Username.safeParse(username)
  return {
    username: fixedUsername || asUsername.success ? null : (asUsername.error.issues[0]?.message ?? null),
    name: name.trim() === '' ? '请填写姓名。' : null,
  }
}

function AgencyChoice({ value, onChange }: { value: string | null; onChange: (agencyId: string | null) => void }) {
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
      value={value ?? undefined}
      options={options}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      style={{ width: '100%' }}
    />
  )
}

interface TextFieldProps {
  label: string
  value: string
  disabled?: boolean
  complaint: string | null
  onChange: (value: string) => void
}

function TextField({ label, value, disabled = false, complaint, onChange }: TextFieldProps) {
  const status = complaint === null ? '' : 'error'
  return (
    <label>
      <span className="form-label">{label}</span>
      <Input
        value={value}
        disabled={disabled}
        maxLength={30}
        status={status}
        onChange={(e) => onChange(e.target.value)}
      />
      {complaint !== null && <p className="form-complaint">{complaint}</p>}
    </label>
  )
}

/** Who somebody is, what their duty is, where they belong. */
export function UserForm({ first, fixedUsername = false, act, pending, error, onSubmit, onCancel }: UserFormProps) {
  const [fields, setFields] = useState(first)
  const [tried, setTried] = useState(false)
  const complaints = complaintsOf(fields, fixedUsername)
  const set = (patch: Partial<UserFields>) => setFields((old) => ({ ...old, ...patch }))
  const submit = (e: FormEvent) => {
    e.preventDefault()
    setTried(true)
    if (complaints.username === null && complaints.name === null) onSubmit(fields)
  }
  return (
    <form className="form-stack" onSubmit={submit} noValidate>
      <TextField
        label="用户名"
        value={fields.username}
        disabled={fixedUsername}
        complaint={tried ? complaints.username : null}
        onChange={(username) => set({ username })}
      />
      <TextField
        label="姓名"
        value={fields.name}
        complaint={tried ? complaints.name : null}
        onChange={(name) => set({ name })}
      />
      <div>
        <span className="form-label">角色</span>
        <Select
          aria-label="角色"
          value={fields.role}
          options={Role.options.map((role) => ({ value: role, label: roleTitles[role] }))}
          onChange={(role: Role) => set({ role })}
          style={{ width: '100%' }}
        />
      </div>
      <div>
        <span className="form-label">所在单位</span>
        <AgencyChoice value={fields.agencyId} onChange={(agencyId) => set({ agencyId })} />
      </div>
      {error && (
        <p className="form-refusal" role="alert">
          {error.message}
        </p>
      )}
      <div className="form-acts">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" htmlType="submit" loading={pending}>
          {act}
        </Button>
      </div>
    </form>
  )
}
