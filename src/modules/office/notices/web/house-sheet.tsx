import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ChannelsView, noticeContract } from '../contract.ts'
import { RulesFields } from './rules-fields.tsx'

/** What holds for everybody: where the program is opened, and when messages go out. */
export function HouseSheet({ house }: Pick<ChannelsView, 'house'>) {
  const [fields, setFields] = useState(house)
  const { done } = useNotices()
  const save = useForm(noticeContract.saveHouseRules, house, { quiet: true, onDone: () => done('已保存') })
  const submit = (e: FormEvent) => {
    e.preventDefault()
    save.mutate({ ...fields, publicAddress: fields.publicAddress === '' ? null : fields.publicAddress })
  }
  return (
    <Sheet title="发送时间与访问地址">
      <form className="form-stack rules-form" onSubmit={submit} noValidate>
        <label>
          <span className="form-label">
            访问地址<span className="quiet">（邮件和群消息中的链接以它开头；不填则没有链接）</span>
          </span>
          <Input
            value={fields.publicAddress ?? ''}
            placeholder="https://guatu.example.gov.cn"
            onChange={(e) => setFields({ ...fields, publicAddress: e.target.value })}
          />
        </label>
        <RulesFields rules={fields.rules} onChange={(rules) => setFields({ ...fields, rules })} />
        {save.error && (
          <p className="form-refusal" role="alert">
            {save.error.message}
          </p>
        )}
        <div className="form-acts">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
