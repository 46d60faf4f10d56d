import { useEffect, useState } from 'react'
import { type ControlProps, textsIn } from '#ui/form/control.ts'
import { FilePick } from './file-pick.tsx'
import type { FileShown } from './file-shown.ts'

/** A field of `kind: 'files'`: kept are the ids of what has arrived; the form waits for what is on its way. */
export function Part({ here, value, onChange, onWait }: ControlProps) {
  const [files, setFiles] = useState<readonly FileShown[]>([])
  const [pending, setPending] = useState(0)
  const ids = textsIn(value)
  useEffect(() => onWait?.(pending > 0 ? `还有 ${pending} 个文件没有传完，请稍候。` : null), [onWait, pending])
  return (
    <FilePick
      place={here.place ?? ''}
      files={files.filter(({ id }) => ids.includes(id))}
      onAdd={(file) => {
        setFiles((old) => [...old.filter(({ id }) => id !== file.id), file])
        onChange?.([...ids.filter((id) => id !== file.id), file.id])
      }}
      onRemove={(id) => onChange?.(ids.filter((one) => one !== id))}
      onPending={setPending}
    />
  )
}
