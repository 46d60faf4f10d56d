import { Input, InputNumber, Select, Switch } from 'antd'
import type { FormField } from './form-fields.ts'

interface FormControlProps {
  id: string
  field: FormField
  value: unknown
  titles?: Record<string, string>
  complaint: string | null
  disabled?: boolean
  onChange: (value: unknown) => void
}

/** What an emptied field means: nothing, where nothing is allowed. */
const emptied = ({ required, kind }: FormField) => (required ? '' : kind === 'day' ? null : undefined)

function Control({ id, field, value, titles, complaint, disabled = false, onChange }: FormControlProps) {
  const text = typeof value === 'string' ? value : ''
  const common = {
    disabled,
    id,
    status: complaint === null ? ('' as const) : ('error' as const),
    'aria-describedby': `${id}-complaint`,
  }
  const take = (words: string) => onChange(words === '' ? emptied(field) : words)
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...common}
          value={text === '' ? undefined : text}
          options={field.options.map((option) => ({ value: option, label: titles?.[option] ?? option }))}
          onChange={(option: string) => onChange(option)}
          style={{ width: '100%' }}
        />
      )
    case 'number':
      return (
        <InputNumber
          {...common}
          value={typeof value === 'number' ? value : null}
          onChange={(number) => onChange(number ?? undefined)}
          style={{ width: '100%' }}
        />
      )
    case 'yesno':
      return (
        <Switch
          id={id}
          disabled={disabled}
          checked={value === true}
          checkedChildren="是"
          unCheckedChildren="否"
          onChange={onChange}
        />
      )
    case 'day':
      return <Input {...common} type="date" value={text} onChange={(e) => take(e.target.value)} />
    case 'long':
      return <Input.TextArea {...common} rows={4} value={text} onChange={(e) => take(e.target.value)} />
    case 'text':
      return <Input {...common} value={text} onChange={(e) => take(e.target.value)} />
  }
}

/** One field with its complaint under it. */
export function FormControl(props: FormControlProps) {
  return (
    <>
      <Control {...props} />
      {props.complaint !== null && (
        <p className="form-complaint" id={`${props.id}-complaint`} role="alert">
          {props.complaint}
        </p>
      )}
    </>
  )
}
