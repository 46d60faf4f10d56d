import type { FieldHere } from '#ui/form/control.ts'
import { SchemaForm, type SchemaFormProps } from '#ui/schema-form.tsx'
import { AgencyForm as Fields } from '../contract.ts'
import { departments } from '../domain/departments.data.ts'

const schema = Fields.omit({ divisionCode: true }).superRefine(({ validFrom, validTo }, context) => {
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    context.addIssue({ code: 'custom', path: ['validTo'], message: '撤销日期早于设立日期，请核对。' })
})

interface AgencyFormProps extends Omit<SchemaFormProps<typeof schema>, 'schema' | 'fields' | 'onChange'> {
  /** The agency itself, which can be neither its own member nor what it was merged into. */
  ownId?: string
}

const works = departments.map(({ code, core }) => ({ value: code, label: `${core}（${code}）` }))

/** Everything the register keeps of an agency. */
export function AgencyForm({ ownId, onSubmit, ...form }: AgencyFormProps) {
  const others: FieldHere = { leftOut: ownId }
  return (
    <SchemaForm
      {...form}
      schema={schema}
      fields={({ kind }) => ({
        deptCodes: { options: works },
        memberIds: { ...others, hidden: kind !== 'group' },
        mergedIntoId: others,
      })}
      // Only a group keeps members.
      onSubmit={(fields) => onSubmit({ ...fields, memberIds: fields.kind === 'group' ? fields.memberIds : [] })}
    />
  )
}
