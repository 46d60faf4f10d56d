import { LinkButton } from '../link-button.tsx'
import { downloadUrl } from '../upload.ts'
import { useAsked, useRecords } from './asked.ts'
import { useKit } from './kit.tsx'
import { PastDays } from './past-days.tsx'
import { Template } from './template.tsx'

function AddActs() {
  const { registry, addressOf } = useKit()
  return (
    <>
      <LinkButton to={addressOf('/import')}>从表格导入</LinkButton>
      <LinkButton color="primary" variant="solid" to={addressOf('/new')}>
        登记{registry.noun}
      </LinkButton>
    </>
  )
}

/** How a register is filled on its first day. */
export function FillActs() {
  const { registry, fixed } = useKit()
  return (
    <>
      <Template intake={registry.intake} fixed={fixed} />
      <AddActs />
    </>
  )
}

/** What can be done with the whole list: looked at as it was, taken out as it is filtered, filled from a sheet, added to. */
export function ListActs() {
  const { registry } = useKit()
  const { input, isPast } = useAsked()
  const { page, isFirstDay } = useRecords()
  const { page: _page, size: _size, ...whole } = input
  if (!page.data || isFirstDay) return null
  return (
    <>
      <PastDays />
      <a className="button-link" href={downloadUrl(registry.operations.exportRecords, whole)} download>
        导出
      </a>
      {page.data.can.keep && !isPast && <AddActs />}
    </>
  )
}
