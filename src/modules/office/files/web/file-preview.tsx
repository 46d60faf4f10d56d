import { Modal } from 'antd'
import { minuteOf } from '#kernel/moment.ts'
import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { formatBytes } from '#ui/words.ts'
import { fileContract } from '../contract.ts'
import type { FileShown } from './file-shown.ts'

/** Words are taken out on the server the first time; they come within seconds. */
const askAgain = 1500

function Words({ fileId }: { fileId: string }) {
  const preview = useRead(
    fileContract.previewFile,
    { fileId },
    { every: (value) => (value === undefined || value.state === 'reading' ? askAgain : false) },
  )
  return (
    <Reading of={preview}>
      {({ state, words }) => {
        if (state === 'reading') return <p className="quiet">正在提取文字，请稍候。</p>
        if (state === 'none') return <p className="quiet">这类文件不能在页面上预览，请下载后查看。</p>
        if (state === 'refused') return <p className="quiet">{words}</p>
        return <pre className="file-words">{words}</pre>
      }}
    </Reading>
  )
}

/** A file looked at without leaving the page: a photo as it is, others by their words. */
export function FilePreview({ file, onClose }: { file: FileShown | null; onClose: () => void }) {
  return (
    <Modal open={file !== null} title={file?.name} footer={null} width={760} onCancel={onClose} destroyOnHidden>
      {file && (
        <div className="file-preview">
          {file.shownAs === 'picture' ? (
            <img src={downloadUrl(fileContract.viewPicture, { fileId: file.id })} alt={file.name} />
          ) : (
            <Words fileId={file.id} />
          )}
          <p className="quiet">
            {file.uploadedBy} {minuteOf(new Date(file.uploadedAt))} 上传 · {formatBytes(file.byteLength)} ·{' '}
            <a href={downloadUrl(fileContract.getFile, { fileId: file.id })} download>
              下载
            </a>
          </p>
        </div>
      )}
    </Modal>
  )
}
