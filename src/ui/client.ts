import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { PlainOperation } from '#kernel/contract.ts'
import { request } from './request.ts'

interface ReadOptions<O> {
  /** Asks only when true. */
  enabled?: boolean
  /** Milliseconds until it is asked again, or a function of what is there; false stops. */
  every?: number | false | ((value: O | undefined) => number | false)
  /** Keeps showing the old answer while a changed input is being asked. */
  keepOld?: boolean
}

/** Reads a GET operation: cached by name and input, asked again after every write. */
export function useRead<I extends z.ZodObject, O extends z.ZodType>(
  operation: PlainOperation<I, O>,
  input: z.input<I>,
  { enabled = true, every = false, keepOld = false }: ReadOptions<z.output<O>> = {},
): UseQueryResult<z.output<O>, Error> {
  return useQuery<z.output<O>, Error>({
    queryKey: [operation.name, input],
    queryFn: ({ signal }) => request(operation, input, signal),
    enabled,
    refetchInterval: typeof every === 'function' ? (query) => every(query.state.data) : every,
    placeholderData: keepOld ? (old) => old : undefined,
  })
}

/** Reads the same operation for several inputs; undefined where it is not there yet or was refused. */
export const useReads = <I extends z.ZodObject, O extends z.ZodType>(
  operation: PlainOperation<I, O>,
  inputs: readonly z.input<I>[],
): readonly (z.output<O> | undefined)[] =>
  useQueries({
    queries: inputs.map((input) => ({
      queryKey: [operation.name, input],
      queryFn: ({ signal }: { signal: AbortSignal }) => request(operation, input, signal),
    })),
    combine: (all) => all.map(({ data }) => data),
  })

export interface WriteOptions<I, O> {
  onDone?: (output: O, input: I) => void
  /** The caller shows the refusal itself (a form, a dialogue); otherwise it appears as a notice. */
  quiet?: boolean
}

/** Calls a writing operation; what is on the screen is read again when it succeeds. */
export function useWrite<I extends z.ZodObject, O extends z.ZodType>(
  operation: PlainOperation<I, O>,
  { onDone, quiet = false }: WriteOptions<z.input<I>, z.output<O>> = {},
): UseMutationResult<z.output<O>, Error, z.input<I>> {
  const queries = useQueryClient()
  return useMutation<z.output<O>, Error, z.input<I>>({
    mutationKey: [operation.name],
    mutationFn: (input) => request(operation, input),
    meta: { quiet },
    onSuccess: (output, input) => {
      void queries.invalidateQueries()
      onDone?.(output, input)
    },
  })
}
