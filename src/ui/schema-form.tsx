import { Button } from 'antd'
import { type ComponentType, type FormEvent, type ReactNode, useId, useState } from 'react'
import type { z } from 'zod'
import { FormControl } from './form-control.tsx'
import { complaintOf, fieldsOf } from './form-fields.ts'

interface SchemaFormProps<S extends z.ZodObject> {
  schema: S
  first?: Partial<z.input<S>>
  /** The act in one word, on the button. */
  act: string
  pending?: boolean
  error?: Error | null
  onSubmit: (value: z.output<S>) => void
  onCancel?: () => void
  /** Words for the values of a choice: `{ role: { office: '专班办公室' } }`. */
  titles?: Record<string, Record<string, string>>
  /** Fields that are shown and cannot be changed. */
  locked?: readonly string[]
  /** Controls for fields whose values come from elsewhere: a choice among records. */
  controls?: Record<string, ComponentType<{ value: unknown; onChange: (value: unknown) => void }>>
  children?: ReactNode
}

interface FieldRowProps {
  id: string
  label: string
  optional: boolean
  children: ReactNode
}

function FieldRow({ id, label, optional, children }: FieldRowProps) {
  return (
    <div>
      <label className="form-label" htmlFor={id}>
        {label}
        {optional && <span className="quiet">（可不填）</span>}
      </label>
      {children}
    </div>
  )
}

/** A plain form from an entity's schema: labels, limits and complaints come from there. Unusual pages are written by hand. */
export function SchemaForm<S extends z.ZodObject>(props: SchemaFormProps<S>) {
  const {
    schema,
    first,
    act,
    pending = false,
    error,
    onSubmit,
    onCancel,
    titles = {},
    locked = [],
    controls = {},
    children,
  } = props
  const id = useId()
  const [values, setValues] = useState<Record<string, unknown>>(first ?? {})
  const [tried, setTried] = useState(false)
  const submit = (e: FormEvent) => {
    e.preventDefault()
    setTried(true)
    const parsed = schema.safeParse(values)
    if (parsed.success) onSubmit(parsed.data)
  }
  return (
    <form className="form-stack" onSubmit={submit} noValidate>
      {fieldsOf(schema).map((field) => {
        const { name } = field
        const Own = controls[name]
        const change = (value: unknown) => setValues((old) => ({ ...old, [name]: value }))
        const shared = { id: `${id}-${name}`, field, value: values[name], titles: titles[name], onChange: change }
        const complaint = tried ? complaintOf(schema, field, values[name]) : null
        return (
          <FieldRow key={name} id={shared.id} label={field.label} optional={!field.required && !Own}>
            {Own ? (
              <Own value={values[name]} onChange={change} />
            ) : (
              <FormControl {...shared} complaint={complaint} disabled={locked.includes(name)} />
            )}
          </FieldRow>
        )
      })}
      {children}
      {error && (
        <p className="form-refusal" role="alert">
          {error.message}
        </p>
      )}
      <div className="form-acts">
        {onCancel && <Button onClick={onCancel}>取消</Button>}
        <Button type="primary" htmlType="submit" loading={pending}>
          {act}
        </Button>
      </div>
    </form>
  )
}
