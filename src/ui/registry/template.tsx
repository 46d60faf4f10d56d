import { downloadUrl } from '../upload.ts'
import { useKit } from './kit.tsx'

/** An empty sheet to fill in. */
export function Template() {
  const { registry, fixed } = useKit()
  return (
    <a className="button-link" href={downloadUrl(registry.operations.downloadTemplate, { ...fixed })} download>
      下载模板
    </a>
  )
}
