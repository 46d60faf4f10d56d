import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { Operation } from '#kernel/contract.ts'
import { uploadFile } from './upload.ts'
import { UploadQueue } from './upload-queue.ts'

/** Uploads of one screen: `lines` to show, `add` for files, `dismiss` for a line that has been read. */
export function useUploads<I extends z.ZodObject, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>) {
  const queries = useQueryClient()
  const [queue] = useState(
    () =>
      new UploadQueue<z.output<O>>(async (file, onProgress) => {
        const answer = await uploadFile(operation, input, file, { onProgress })
        void queries.invalidateQueries()
        return answer
      }),
  )
  const lines = useSyncExternalStore(queue.subscribe, () => queue.lines)
  return { lines, add: queue.add, dismiss: queue.dismiss }
}
