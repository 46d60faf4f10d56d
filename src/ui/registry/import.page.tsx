import { ImportScreen } from './import-screen.tsx'
import { useKit } from './kit.tsx'

/** Many records at once from a spreadsheet. */
export function Page() {
  const { registry, fixed, title, addressOf } = useKit()
  return (
    <ImportScreen
      intake={registry.intake}
      fixed={fixed}
      crumbs={[{ label: title, to: addressOf() }]}
      hints={['一格里有几个名称时用顿号分开。']}
      next={{ label: `查看${registry.noun}`, to: addressOf() }}
    />
  )
}
