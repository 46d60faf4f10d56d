import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { type FormOperation, parametersOf } from '#kernel/contract.ts'
import type { WriteOptions } from './client.ts'
import { changesOf, type Titles } from './form-changes.ts'
import { askAboutConflict } from './form-conflict.tsx'
import { isStale, refuseWhat } from './refusals.ts'
import { requestOpening, requestSave } from './request.ts'

/** What the form was filled with, under the names of its input; undefined where it was filled with nothing stored. */
export type Shown<I extends z.ZodObject> = {
  [K in Exclude<keyof z.input<I>, 'reason' | 'password' | 'secret' | 'address'>]: z.input<I>[K] | null | undefined
}

interface FormOptions<I, O> extends WriteOptions<I, O> {
  /** The form holds nothing of its own: what it changes is what the page shows at the moment. */
  live?: boolean
  /** Words for the values of its choices, to tell what was changed. */
  titles?: Titles
}

/** What the form was opened with, and the version it became by a save on this screen. */
interface Held {
  shown: Record<string, unknown> | null
  version: string | null
}

const Stale = z.object({ now: z.record(z.string(), z.unknown()), version: z.string() })

/**
 * Saves a form: asks how it is stored now, and saves as of that version only where it is as it was shown. Otherwise the
 * person sees what somebody else changed, with their own entry kept.
 * @param shown what the form was filled with; kept from when the form opened. Null while it is closed
 */
export function useForm<I extends z.ZodObject, O extends z.ZodType>(
  operation: FormOperation<I, O>,
  shown: Shown<I> | null,
  { onDone, quiet = false, live = false, titles = {} }: FormOptions<z.input<I>, z.output<O>> = {},
): UseMutationResult<z.output<O>, Error, z.input<I>> {
  const queries = useQueryClient()
  const [held, setHeld] = useState<Held>({ shown, version: null })
  const named = (values: Record<string, unknown> | null) =>
    JSON.stringify(values && parametersOf(operation.route).map((name) => values[name]))
  // Another record, or a form that was closed meanwhile: opened anew.
  if (named(held.shown) !== named(shown)) setHeld({ shown, version: null })
  const opened = (live ? shown : held.shown) ?? {}
  const agreed = useRef<string | null>(null)
  const save = async (input: z.input<I>): Promise<z.output<O>> => {
    const version = agreed.current ?? (live ? null : held.version)
    agreed.current = null
    const onSaved = (saved: string | null) =>
      setHeld((old) => ({ shown: old.shown && { ...old.shown, ...input }, version: saved }))
    if (version !== null) return requestSave(operation, input, { version, onSaved })
    const now = await requestOpening(operation, input)
    if (changesOf({ operation }, opened, now.values).length === 0)
      return requestSave(operation, input, { version: now.version, onSaved })
    throw refuseWhat.formStale({}, { now: now.values, version: now.version })
  }
  const mutation = useMutation<z.output<O>, Error, z.input<I>>({
    mutationKey: [operation.name],
    mutationFn: save,
    meta: { quiet },
    onSuccess: (output, input) => {
      void queries.invalidateQueries()
      onDone?.(output, input)
    },
    onError: (problem, input) => {
      const stale = isStale(problem) ? Stale.safeParse(problem.details) : null
      if (!stale?.success) return
      askAboutConflict({
        title: operation.title,
        changes: changesOf({ operation, titles }, opened, stale.data.now),
        onRefill: () => queries.invalidateQueries(),
        onKeep: () => {
          agreed.current = stale.data.version
          mutation.mutate(input)
        },
      })
    },
  })
  return mutation
}
