import { useMemo } from 'react'
import type { z } from 'zod'
import { Said } from '#kernel/registry/registry.ts'
import { Sheet } from '../page.tsx'
import { SchemaForm, type SchemaFormProps } from '../schema-form.tsx'
import { useKit } from './kit.tsx'

type RecordFormProps = Omit<SchemaFormProps<z.ZodObject>, 'schema' | 'fields'>

/** All fields of a record, since when they are so, and where that stands. */
export function RecordForm(props: RecordFormProps) {
  const { registry, fields } = useKit()
  const schema = useMemo(() => registry.entity.extend(Said.shape), [registry])
  return (
    <Sheet>
      <SchemaForm {...props} schema={schema} {...(fields && { fields })} />
    </Sheet>
  )
}
