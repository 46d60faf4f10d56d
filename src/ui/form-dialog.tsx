import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { SchemaForm, type SchemaFormProps } from './schema-form.tsx'

interface FormDialogProps<S extends z.ZodObject> extends SchemaFormProps<S> {
  title: ReactNode
  open?: boolean
  onCancel: () => void
  width?: number
}

/** A form that lies over the page. Once something is typed it closes by its buttons alone. */
export function FormDialog<S extends z.ZodObject>({ title, open = true, width, ...form }: FormDialogProps<S>) {
  const [isUnsaved, setUnsaved] = useState(false)
  return (
    <Modal
      open={open}
      title={title}
      footer={null}
      {...(width !== undefined && { width })}
      onCancel={form.onCancel}
      mask={{ closable: !isUnsaved }}
      keyboard={!isUnsaved}
      destroyOnHidden
    >
      <SchemaForm {...form} onUnsaved={setUnsaved} />
    </Modal>
  )
}
