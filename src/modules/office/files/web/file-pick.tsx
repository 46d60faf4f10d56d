import { CameraOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { evidenceEndings } from '#kernel/readable-files.data.ts'
import { useNotices } from '#ui/notices.tsx'
import type { FileView } from '../contract.ts'
import type { FileShown } from './file-shown.ts'
import { FileThumbs } from './file-thumbs.tsx'
import { useUploads } from './use-uploads.ts'
import './files.css'

interface FilePickProps {
  /** What the files are for; those that wait for a line are found again under it, by the person who chose them alone. */
  place: string
  files: readonly FileShown[]
  onAdd: (file: FileView) => void
  onRemove: (fileId: string) => void
  /** Told how many are still on their way. */
  onPending?: (count: number) => void
}

/** Evidence: a photo taken now, or a file; thumbnails of what is there. */
export function FilePick({ place, files, onAdd, onRemove, onPending }: FilePickProps) {
  const { done } = useNotices()
  const camera = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const { lines, add, drop } = useUploads({
    place,
    onStored: (file) => {
      onAdd(file)
      if (file.known !== null) done(`“${file.name}”已经传过，只存一份`)
    },
  })
  const pending = lines.filter(({ state }) => state !== 'refused').length
  useEffect(() => onPending?.(pending), [pending, onPending])
  const take = (input: HTMLInputElement) => {
    void add([...(input.files ?? [])])
    input.value = ''
  }
  return (
    <div className="file-pick">
      <div className="file-pick-acts">
        <button type="button" className="file-pick-act" onClick={() => camera.current?.click()}>
          <CameraOutlined /> 拍照
        </button>
        <button type="button" className="file-pick-act" onClick={() => chooser.current?.click()}>
          <PaperClipOutlined /> 附件
        </button>
        <FileThumbs files={files} onRemove={onRemove} />
      </div>
      {lines.map(({ key, name, state, sentence }) => (
        <p key={key} className="file-pick-line" data-state={state} role="status">
          {name}
          <span>{state === 'sending' ? '正在上传' : state === 'waiting' ? '等有网络时自动上传' : sentence}</span>
          {state === 'refused' && (
            <button type="button" className="plain-button" onClick={() => drop(key)}>
              知道了
            </button>
          )}
        </p>
      ))}
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="拍照"
        onChange={(e) => take(e.currentTarget)}
      />
      <input
        ref={chooser}
        type="file"
        accept={evidenceEndings}
        multiple
        hidden
        aria-label="选择附件"
        onChange={(e) => take(e.currentTarget)}
      />
    </div>
  )
}
