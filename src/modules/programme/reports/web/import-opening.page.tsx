import { ImportScreen } from '#ui/registry/import-screen.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { openingIntake } from '../intake.ts'

const hints = [
  '原来的台账不必改：表名、分组行、合并的格、多出来的栏都可以留着；没有读入的栏和行逐一列出。',
  '任务按编号和名称对应，目标按名称对应；对不上的行列为提醒，不影响其他行写入。',
  '“已完成”“完成80%”“正在推进”这样的话认得出；看不出完成没有的列为提醒，在期初情况表上选定。',
]

/** The opening state from the ledger an office kept before, or from the sheet agencies have filled in. */
export function Page() {
  const programmeId = usePathWord('programmeId')
  const back = `/programmes/${programmeId}/opening`
  return (
    <ImportScreen
      intake={openingIntake}
      fixed={{ programmeId }}
      crumbs={[{ label: '期初情况', to: back }]}
      hints={hints}
      next={{ label: '查看期初情况', to: back }}
    />
  )
}
