import { useCallback, useEffect, useRef, useState } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { uploadFile } from '#ui/upload.ts'
import { type FileView, fileContract, fileLimit } from '../contract.ts'
import { scalePhoto } from './scale-photo.ts'
import { forgetWaiting, keepWaiting, listWaiting, type WaitingFile } from './waiting-files.ts'

/** How one chosen file is getting on. */
export interface UploadState {
  key: string
  name: string
  state: 'sending' | 'waiting' | 'refused'
  sentence?: string
}

/** The line is gone, not the file: it is tried again. */
const isOffline = (problem: unknown): boolean =>
  problem instanceof Refusal && (problem.code === 'web.unreachable' || problem.code === 'web.failed')

interface Uploading {
  place: string
  onStored: (file: FileView & { known: string | null }) => void
}

/**
 * Sends chosen files one by one, photos made small first. What the line does not carry waits in the browser, and goes as
 * soon as there is a line again, also after the tab was closed.
 */
export function useUploads({ place, onStored }: Uploading) {
  const [lines, setLines] = useState<readonly UploadState[]>([])
  const stored = useRef(onStored)
  useEffect(() => {
    stored.current = onStored
  })
  const show = useCallback(
    (line: UploadState) => setLines((old) => [...old.filter(({ key }) => key !== line.key), line]),
    [],
  )
  const drop = useCallback((key: string) => setLines((old) => old.filter((line) => line.key !== key)), [])

  const send = useCallback(
    async (file: File, waiting: WaitingFile | null) => {
      const key = waiting ? `waiting-${waiting.id}` : `${file.name}-${file.size}-${file.lastModified}`
      show({ key, name: file.name, state: 'sending' })
      try {
        stored.current(await uploadFile(fileContract.uploadFile, {}, file))
        if (waiting) await forgetWaiting(waiting.id)
        drop(key)
      } catch (problem) {
        const sentence = problem instanceof Error ? problem.message : '没有传上去。请再试一次。'
        if (!isOffline(problem)) {
          if (waiting) await forgetWaiting(waiting.id)
          return show({ key, name: file.name, state: 'refused', sentence })
        }
        if (!waiting) await keepWaiting(place, file).catch(() => undefined)
        show({ key, name: file.name, state: 'waiting' })
      }
    },
    [place, show, drop],
  )

  const busy = useRef(false)
  const resume = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    const kept = await listWaiting(place).catch(() => [])
    if (kept.length > 0) setLines((old) => old.filter(({ state }) => state !== 'waiting'))
    for (const waiting of kept) await send(waiting.file, waiting)
    busy.current = false
  }, [place, send])

  useEffect(() => {
    const first = window.setTimeout(() => void resume())
    window.addEventListener('online', resume)
    return () => {
      window.clearTimeout(first)
      window.removeEventListener('online', resume)
    }
  }, [resume])

  const add = useCallback(
    async (files: readonly File[]) => {
      for (const chosen of files) {
        const file = await scalePhoto(chosen)
        if (file.size > fileLimit) {
          const sentence = `有 ${Math.ceil(file.size / 1024 / 1024)} MB，超过 ${fileLimit / 1024 / 1024} MB，没有上传。`
          show({ key: file.name, name: file.name, state: 'refused', sentence })
        } else await send(file, null)
      }
    },
    [send, show],
  )
  return { lines, add, drop }
}
