import { z } from 'zod'
import { BoxesField } from '#ui/form/choice-field.tsx'
import type { ControlProps } from '#ui/form/control.ts'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { noticeContract, type PreferenceView } from '../contract.ts'
import { DeliveryRules } from '../domain/delivery-rules.ts'
import { NoticeKind } from '../domain/notice.ts'
import { halfHours } from './half-hours.ts'

const { byMail, mailAddress, onlyInbox } = noticeContract.savePreference.input.shape
const schema = z.object({
  byMail,
  mailAddress,
  onlyInbox,
  followsHouse: z.boolean().meta({ label: '发送时间按全县统一设置' }),
  rules: DeliveryRules,
})

const others = (kinds: unknown): NoticeKind[] =>
  NoticeKind.options.filter((kind) => !Array.isArray(kinds) || !kinds.includes(kind))

/** Kept are the kinds that stay in the inbox, asked are those that go out. */
const MailKinds = ({ value, onChange, ...rest }: ControlProps) => (
  <BoxesField {...rest} value={others(value)} onChange={(chosen) => onChange?.(others(chosen))} />
)

/** How one wants to be reached outside the program. */
export function PreferenceForm({ first }: { first: PreferenceView }) {
  const { house, mailReady, ...rest } = first
  const { done } = useNotices()
  const save = useForm(noticeContract.savePreference, rest, { quiet: true, onDone: () => done('已保存') })
  const digests = house.digestAt.join('、') || '无'
  return (
    <Sheet title="站外提醒">
      <div className="rules-form">
        <SchemaForm
          schema={schema}
          first={{ ...rest, followsHouse: rest.rules === null, rules: rest.rules ?? house }}
          act="保存"
          sending={save}
          intro={
            <p className="quiet">
              站内消息始终即时收到。{!mailReady && '系统管理员还没有启用邮件，以下设置保存后待启用时生效。'}
            </p>
          }
          fields={({ followsHouse }) => ({
            onlyInbox: { label: '发邮件的类别', render: (props) => <MailKinds {...props} /> },
            followsHouse: { help: `免打扰 ${house.quietFrom} 至 ${house.quietTo}，汇总 ${digests}` },
            rules: { hidden: followsHouse === true },
            'rules.digestAt': { options: halfHours },
          })}
          onSubmit={({ followsHouse, rules, ...typed }) =>
            save.mutate({ ...typed, rules: followsHouse ? null : rules })
          }
        />
      </div>
    </Sheet>
  )
}
