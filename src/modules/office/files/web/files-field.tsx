import { useEffect, useState } from 'react'
import { useReads } from '#ui/client.ts'
import { type ControlProps, textsIn } from '#ui/form/control.ts'
import { fileContract } from '../contract.ts'
import { FilePick } from './file-pick.tsx'
import type { FileShown } from './file-shown.ts'

/** A field of `kind: 'files'`: kept are the ids of what has arrived; the form waits for what is on its way. */
export function Part({ here, value, onChange, onWait }: ControlProps) {
  const [added, setAdded] = useState<readonly FileShown[]>([])
  const [pending, setPending] = useState(0)
  const ids = textsIn(value)
  // Those the form opened with are known by their ids alone.
  const stored = ids.filter((id) => added.every((file) => file.id !== id))
  const views = useReads(
    fileContract.previewFile,
    stored.map((fileId) => ({ fileId })),
  )
  const files = [...views.flatMap((view) => view?.file ?? []), ...added]
  useEffect(() => onWait?.(pending > 0 ? `还有 ${pending} 个文件没有传完，请稍候。` : null), [onWait, pending])
  return (
    <FilePick
      place={here.place ?? ''}
      files={files.filter(({ id }) => ids.includes(id))}
      onAdd={(file) => {
        setAdded((old) => [...old.filter(({ id }) => id !== file.id), file])
        onChange?.([...ids.filter((id) => id !== file.id), file.id])
      }}
      onRemove={(id) => onChange?.(ids.filter((one) => one !== id))}
      onPending={setPending}
    />
  )
}
