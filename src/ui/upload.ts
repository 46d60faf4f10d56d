import type { z } from 'zod'
import type { Operation } from '#kernel/contract.ts'
import { jsonIn } from '#kernel/json.ts'
import { parseRefusal, refuseWhat } from './refusals.ts'
import { addressOf, mandateHeader, parseAnswer } from './request.ts'

export interface UploadOptions {
  /** Called with 0–1 while the bytes travel. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/**
 * Sends one file as the raw body of an `upload` operation; the rest of the input travels in path and query.
 * XMLHttpRequest, because fetch does not tell how far the bytes have come.
 * @throws Refusal with the server's sentence
 */
export function uploadFile<I extends z.ZodObject, O extends z.ZodType>(
  operation: Operation<I, O>,
  input: z.input<I>,
  file: File,
  { onProgress, signal }: UploadOptions = {},
): Promise<z.output<O>> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open(operation.method, addressOf(operation, input))
    call.setRequestHeader('content-type', 'application/octet-stream')
    call.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    for (const [name, value] of Object.entries(mandateHeader())) call.setRequestHeader(name, value)
    call.upload.addEventListener('progress', (e) => e.lengthComputable && onProgress?.(e.loaded / e.total))
    call.addEventListener('error', () => reject(refuseWhat.unreachable({})))
    call.addEventListener('abort', () => reject(refuseWhat.cancelled({})))
    call.addEventListener('load', () => {
      const body = jsonIn(call.responseText)
      if (call.status < 200 || call.status > 299) return reject(parseRefusal(call.status, body))
      try {
        resolve(parseAnswer(operation, body))
      } catch (problem) {
        reject(problem)
      }
    })
    signal?.addEventListener('abort', () => call.abort())
    call.send(file)
  })
}

/** The address of a `download` operation, for a link. */
export const downloadUrl = <I extends z.ZodObject>(operation: Operation<I>, input: z.input<I>): string =>
  addressOf(operation, input)
