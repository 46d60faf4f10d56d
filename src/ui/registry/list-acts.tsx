import { LinkButton } from '../link-button.tsx'
import { downloadUrl } from '../upload.ts'
import { useAsked } from './asked.ts'
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

/** What can be done with the whole list: taken out as it is filtered, filled from a sheet, added to. */
export function ListActs({ isFirstDay = false, mayKeep = true }: { isFirstDay?: boolean; mayKeep?: boolean }) {
  const { registry, addressOf } = useKit()
  const { input, isPast } = useAsked()
  const { page: _page, size: _size, ...whole } = input
  return (
    <>
      {isFirstDay ? (
        <Template />
      ) : (
        <a className="button-link" href={downloadUrl(registry.operations.exportRecords, whole)} download>
          导出
        </a>
      )}
      {mayKeep && !isPast && (
        <>
          <LinkButton to={addressOf('/import')}>从表格导入</LinkButton>
          <LinkButton type="primary" to={addressOf('/new')}>
            登记{registry.noun}
          </LinkButton>
        </>
      )}
    </>
  )
}
