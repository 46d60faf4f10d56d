import type { Intake } from '#kernel/registry/intake.ts'
import { downloadUrl } from '../upload.ts'

/** An empty sheet to fill in. */
export const Template = ({ intake, fixed }: { intake: Intake; fixed?: object | undefined }) => (
  <a className="button-link" href={downloadUrl(intake.operations.downloadTemplate, { ...fixed })} download>
    下载模板
  </a>
)
