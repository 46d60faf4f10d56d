import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { openFiles } from '#ui/kept/kept-files.ts'
import { isLost, isSignedOut } from '#ui/refusals.ts'
import { uploadFile } from '#ui/upload.ts'
import { type FileView, fileContract, fileLimit } from '../contract.ts'
import { scalePhoto } from './scale-photo.ts'

/** How one chosen file is getting on. */
export interface UploadState {
  key: string
  name: string
  state: 'sending' | 'waiting' | 'refused'
  sentence?: string
}

interface Uploading {
  place: string
  onStored: (file: FileView & { known: string | null }) => void
}

interface Chosen {
  /** Under which the browser keeps it; null where it keeps nothing. */
  id: number | null
  file: File
}

const tooLarge = ({ size }: File): string =>
  `有 ${Math.ceil(size / 1024 / 1024)} MB，超过 ${fileLimit / 1024 / 1024} MB，没有上传。`

/**
 * Sends chosen files one by one, photos made small first. Each is kept in the browser until the server has it or has
 * refused it for good: what the line does not carry goes as soon as there is a line again, also after the tab was
 * closed or the session had ended.
 */
export function useUploads({ place, onStored }: Uploading) {
  const queries = useQueryClient()
  const kept = useMemo(() => openFiles(place), [place])
  const { lines, show, drop } = useLines()
  const stored = useRef(onStored)
  useEffect(() => {
    stored.current = onStored
  })
  const underWay = useRef(new Set<number>())

  const send = useCallback(
    async ({ id, file }: Chosen) => {
      if (!kept.isOpen()) return
      const key = id === null ? `${file.name}-${file.size}-${file.lastModified}` : String(id)
      const refuse = async (sentence: string) => {
        if (id !== null) await kept.forget(id)
        show({ key, name: file.name, state: 'refused', sentence })
      }
      show({ key, name: file.name, state: 'sending' })
      try {
        const small = await scalePhoto(file)
        if (small.size > fileLimit) return await refuse(tooLarge(small))
        stored.current(await uploadFile(fileContract.uploadFile, {}, small))
        if (id !== null) await kept.forget(id)
        drop(key)
      } catch (problem) {
        if (!isLost(problem)) return refuse(problem instanceof Error ? problem.message : '没有传上去。请再试一次。')
        show({ key, name: file.name, state: 'waiting' })
        // Asking anything tells the frame, which asks to sign in.
        if (isSignedOut(problem)) void queries.invalidateQueries()
      }
    },
    [kept, queries, show, drop],
  )

  const resume = useCallback(async () => {
    const waiting = await kept.list().catch(() => [])
    const mine = waiting.filter(({ id }) => !underWay.current.has(id))
    for (const { id } of mine) underWay.current.add(id)
    for (const one of mine) await send(one).finally(() => underWay.current.delete(one.id))
  }, [kept, send])

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
      const chosen: Chosen[] = []
      for (const file of files) {
        const id = await kept.keep(file).catch(() => null)
        if (id !== null) underWay.current.add(id)
        chosen.push({ id, file })
      }
      for (const one of chosen) await send(one).finally(() => underWay.current.delete(one.id ?? 0))
    },
    [kept, send],
  )
  return { lines, add, drop }
}

function useLines() {
  const [lines, setLines] = useState<readonly UploadState[]>([])
  const show = useCallback(
    (line: UploadState) => setLines((old) => [...old.filter(({ key }) => key !== line.key), line]),
    [],
  )
  const drop = useCallback((key: string) => setLines((old) => old.filter((line) => line.key !== key)), [])
  return { lines, show, drop }
}
