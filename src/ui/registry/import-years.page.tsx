import { ImportScreen } from './import-screen.tsx'
import { useKit } from './kit.tsx'

const hints = [
  '一行是一个名称一个年度；口径写“快报”或“年报”，没有这一栏的按年报。',
  '只认已经登记的名称，没有的请先登记。',
]

/** Figures of many records by year at once from a spreadsheet. */
export function Page() {
  const { registry, fixed, title, addressOf } = useKit()
  if (!registry.years) return null
  return (
    <ImportScreen
      intake={registry.years.intake}
      fixed={fixed}
      crumbs={[{ label: title, to: addressOf() }]}
      hints={hints}
      next={{ label: `查看${registry.noun}`, to: addressOf() }}
    />
  )
}
