import { Button, Form } from 'antd'
import { useId } from 'react'
import type { z } from 'zod'
import { Waiting } from './form/field-control.tsx'
import { FieldRow, KnownHere } from './form/field-row.tsx'
import type { SchemaFormProps } from './form/schema-form-props.ts'
import { useSchemaForm } from './form/use-schema-form.ts'
import { Refused } from './refused.tsx'

export type { SchemaFormProps, Values } from './form/schema-form-props.ts'

/**
 * A form from a schema, which is that of the operation it calls: labels, limits and complaints come from there, what the
 * server refuses stands at its field. What is unusual about a field goes in by `fields`, what is unusual about the form is
 * written by hand.
 */
export function SchemaForm<S extends z.ZodObject>(props: SchemaFormProps<S>) {
  const { first = {}, sending, locked, intro, children } = props
  const { form, rows, here, act, change, submit, setWaitsFor, complaint, isPlaced } = useSchemaForm(props)
  return (
    <Form
      form={form}
      name={useId()}
      layout="vertical"
      className="schema-form"
      requiredMark={false}
      initialValues={first}
      disabled={Boolean(locked)}
      onValuesChange={change}
      onFinish={submit}
    >
      {intro}
      {locked && <p className="quiet">{locked}</p>}
      <Waiting value={setWaitsFor}>
        <KnownHere value={here}>
          {rows.map((field) => (
            <FieldRow key={field.name} field={field} path={[field.name]} />
          ))}
        </KnownHere>
      </Waiting>
      {children}
      {complaint !== null && (
        <p className="form-refusal" role="alert">
          {complaint}
        </p>
      )}
      {!isPlaced && <Refused error={sending.error} />}
      {!locked && <Acts {...props} act={act} />}
    </Form>
  )
}

function Acts<S extends z.ZodObject>({
  act,
  grave = false,
  acts,
  sending,
  onCancel,
}: SchemaFormProps<S> & { act: string }) {
  return (
    <div className="form-acts">
      {acts}
      {onCancel && <Button onClick={onCancel}>取消</Button>}
      <Button type="primary" danger={grave} htmlType="submit" loading={sending.isPending}>
        {act}
      </Button>
    </div>
  )
}
