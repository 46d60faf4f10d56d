import { Form } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { fieldsOf, filledIn } from '#kernel/fields.ts'
import { type Complaint, complaintsOf, refusedFields } from '../form-complaints.ts'
import { useAskBeforeLeaving } from './ask-before-leaving.ts'
import type { SchemaFormProps, Values } from './schema-form-props.ts'

const Path = z.array(z.union([z.string(), z.number()]))
const Filled = z.record(z.string(), z.unknown())

/** Whether a complaint belongs to a field: it is about it, or about something within it. */
const isAbout = (name: readonly unknown[], { path }: Complaint): boolean => name.every((step, i) => path[i] === step)

/** Places complaints at their fields, and keeps the first that has none. */
function useComplaints() {
  const [form] = Form.useForm()
  const [unplaced, setUnplaced] = useState<string | null>(null)
  /** @param goes takes the keyboard to the first of them */
  const place = (complaints: readonly Complaint[], goes: boolean): void => {
    const names = form.getFieldsError().map(({ name }) => Path.parse(name))
    const deepestFirst = names.toSorted((a, b) => b.length - a.length)
    const at = complaints.map((one) => ({ ...one, name: deepestFirst.find((name) => isAbout(name, one)) }))
    form.setFields(
      names.map((name) => ({ name, errors: at.filter((one) => one.name === name).map(({ sentence }) => sentence) })),
    )
    setUnplaced(at.find(({ name }) => name === undefined)?.sentence ?? null)
    const first = names.find((name) => at.some((one) => one.name === name))
    if (goes && first) form.scrollToField(first, { focus: true })
  }
  return { form, unplaced, place }
}

/** What a form from a schema holds and does. */
export function useSchemaForm<S extends z.ZodObject>(props: SchemaFormProps<S>) {
  const { schema, first = {}, sending, onSubmit, onChange, fields = {}, onUnsaved } = props
  const { error, isPending } = sending
  const { form, unplaced, place } = useComplaints()
  const [tried, setTried] = useState(false)
  const [isChanged, setChanged] = useState(false)
  const [waitsFor, setWaitsFor] = useState<string | null>(null)
  const typed: Values<S> = Form.useWatch([], { form, preserve: true }) ?? first
  const here = typeof fields === 'function' ? fields(typed) : fields
  const refused = useMemo(() => (error ? refusedFields(schema, error) : []), [schema, error])
  useEffect(() => {
    if (refused.length > 0) place(refused, true)
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal
  }, [refused])
  const isUnsaved = (isChanged || error !== null) && !isPending
  useEffect(() => onUnsaved?.(isUnsaved), [onUnsaved, isUnsaved])
  useAskBeforeLeaving(isUnsaved)
  /** What is hidden is as the form opened. */
  const values = () => {
    const opened = Object.entries(first).filter(([name]) => here[name]?.hidden)
    return Filled.parse(filledIn(schema, { ...form.getFieldsValue(true), ...Object.fromEntries(opened) }))
  }
  const change = (changed: Values<S>): void => {
    setChanged(true)
    const follows = onChange?.(changed, form.getFieldsValue(true))
    if (follows) form.setFieldsValue(follows)
    if (tried) place(complaintsOf(schema, values()), false)
  }
  const submit = (): void => {
    if (isPending) return
    setTried(true)
    const filled = values()
    place(complaintsOf(schema, filled), true)
    const parsed = schema.safeParse(filled)
    if (!parsed.success || waitsFor !== null) return
    setChanged(false)
    onSubmit(parsed.data)
  }
  const rows = useMemo(() => fieldsOf(schema), [schema])
  const complaint = unplaced ?? (tried ? waitsFor : null)
  const act = typeof props.act === 'function' ? props.act(typed) : props.act
  return { form, rows, here, act, change, submit, setWaitsFor, complaint, isPlaced: refused.length > 0 }
}
