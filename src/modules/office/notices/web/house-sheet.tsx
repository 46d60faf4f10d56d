import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ChannelsView, noticeContract } from '../contract.ts'
import { halfHours } from './half-hours.ts'

const fields = { 'rules.digestAt': { options: halfHours } }

/** What holds for everybody: where the program is opened, and when messages go out. */
export function HouseSheet({ house }: Pick<ChannelsView, 'house'>) {
  const { done } = useNotices()
  const save = useForm(noticeContract.saveHouseRules, house, { quiet: true, onDone: () => done('已保存') })
  return (
    <Sheet title="发送时间与访问地址">
      <div className="rules-form">
        <SchemaForm
          schema={noticeContract.saveHouseRules.input}
          first={house}
          act="保存"
          sending={save}
          fields={fields}
          onSubmit={(rules) => save.mutate(rules)}
        />
      </div>
    </Sheet>
  )
}
