import { Button } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
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
  children?: ReactNode
}

/** A plain form from an entity's schema: labels, limits and complaints come from there. Unusual pages are written by hand. */
export function SchemaForm<S extends z.ZodObject>(props: SchemaFormProps<S>) {
  const { schema, first, act, pending = false, error, onSubmit, onCancel, titles = {}, children } = props
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
        const complaint = tried ? complaintOf(schema, field, values[field.name]) : null
        const fieldId = `${id}-${field.name}`
        return (
          <div key={field.name}>
            <label className="form-label" htmlFor={fieldId}>
              {field.label}
              {!field.required && <span className="quiet">（可不填）</span>}
            </label>
            <FormControl
              id={fieldId}
              field={field}
              value={values[field.name]}
              titles={titles[field.name]}
              complaint={complaint}
              onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
            />
          </div>
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
