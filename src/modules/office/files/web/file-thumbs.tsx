import { CloseOutlined, FileExcelOutlined, FileOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { downloadUrl } from '#ui/upload.ts'
import { fileContract } from '../contract.ts'
import { FilePreview } from './file-preview.tsx'
import type { FileShown } from './file-shown.ts'
import './files.css'

function Icon({ name }: { name: string }) {
  if (/\.pdf$/iu.test(name)) return <FilePdfOutlined />
  if (/\.(?:xlsx?|et)$/iu.test(name)) return <FileExcelOutlined />
  return /\.(?:docx?|wps)$/iu.test(name) ? <FileWordOutlined /> : <FileOutlined />
}

interface FileThumbsProps {
  files: readonly FileShown[]
  /** Offers to take a file away. */
  onRemove?: ((fileId: string) => void) | undefined
}

/** Files as thumbnails: photos small, others by their names; a tap opens the preview. */
export function FileThumbs({ files, onRemove }: FileThumbsProps) {
  const [open, setOpen] = useState<FileShown | null>(null)
  if (files.length === 0) return null
  return (
    <span className="file-thumbs">
      {files.map((file) => (
        <span key={file.id} className="file-thumb" data-picture={file.shownAs === 'picture'}>
          <button type="button" className="plain-button" title={file.name} onClick={() => setOpen(file)}>
            {file.shownAs === 'picture' ? (
              <img src={downloadUrl(fileContract.viewPicture, { fileId: file.id })} alt={file.name} loading="lazy" />
            ) : (
              <>
                <Icon name={file.name} /> <span className="file-name">{file.name}</span>
              </>
            )}
          </button>
          {onRemove && (
            <button
              type="button"
              className="file-thumb-remove"
              aria-label={`去掉 ${file.name}`}
              onClick={() => onRemove(file.id)}
            >
              <CloseOutlined />
            </button>
          )}
        </span>
      ))}
      <FilePreview file={open} onClose={() => setOpen(null)} />
    </span>
  )
}
