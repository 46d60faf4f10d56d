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

/** One begins to write where the first field is one to write in; a calendar would open. */
function beginToWrite(isOpen: boolean): void {
  const first = isOpen ? document.querySelector('[role="dialog"] .schema-form .ant-form-item') : null
  first?.querySelector<HTMLElement>('input.ant-input, textarea')?.focus()
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
      afterOpenChange={beginToWrite}
      destroyOnHidden
    >
      <SchemaForm {...form} onUnsaved={setUnsaved} />
    </Modal>
  )
}
