import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { FieldHere } from './control.ts'

type FieldsHere = Readonly<Record<string, FieldHere>>
export type Values<S extends z.ZodObject> = { [K in keyof z.input<S>]?: z.input<S>[K] | null | undefined }

export interface SchemaFormProps<S extends z.ZodObject> {
  /** What is asked: words from `.meta()`, kinds, limits and duty from the types, in the order they stand. */
  schema: S
  /** What it opens with. */
  first?: Values<S>
  /** The act in one word, on the button. */
  act: string | ((values: Values<S>) => string)
  /** Red button: what is done cannot be undone. */
  grave?: boolean
  /** The writing the form ends in: whether it is under way, and what was refused. */
  sending: { isPending: boolean; error: Error | null }
  onSubmit: (value: z.output<S>) => void
  onCancel?: (() => void) | undefined
  /** What the form alone knows of its fields, by name, or by path within a group: `rules.digestAt`; also as what stands in it has it. */
  fields?: FieldsHere | ((values: Values<S>) => FieldsHere)
  /** Told of every change. @returns what follows from it in other fields */
  onChange?: (changed: Values<S>, all: Values<S>) => Values<S> | undefined | void
  /** Why nothing may be changed here; the form is then shown as it stands. */
  locked?: string | null | undefined
  /** Whether something was typed that is not saved. */
  onUnsaved?: (isUnsaved: boolean) => void
  /** Above the fields: what it is about. */
  intro?: ReactNode
  /** Below the fields. */
  children?: ReactNode
  /** Other acts, before those of the form. */
  acts?: ReactNode
}
