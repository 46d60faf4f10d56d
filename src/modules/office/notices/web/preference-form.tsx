import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { useForm } from '#ui/use-form.ts'
import { noticeContract, type PreferenceView } from '../contract.ts'
import { NoticeKind, noticeKindTitles } from '../domain/notice.ts'
import { RulesFields } from './rules-fields.tsx'

const kinds = NoticeKind.options.map((kind) => ({ value: kind, label: noticeKindTitles[kind] }))

/** How one wants to be reached outside the program. */
export function PreferenceForm({ first }: { first: PreferenceView }) {
  const { house, mailReady, ...rest } = first
  const [fields, setFields] = useState(rest)
  const { done } = useNotices()
  const save = useForm(noticeContract.savePreference, rest, {
    quiet: true,
    onDone: () => done('已保存'),
    titles: { onlyInbox: noticeKindTitles },
  })
  const set = (patch: Partial<typeof fields>) => setFields((old) => ({ ...old, ...patch }))
  const submit = (e: FormEvent) => {
    e.preventDefault()
    save.mutate({ ...fields, mailAddress: fields.mailAddress === '' ? null : fields.mailAddress })
  }
  return (
    <Sheet title="站外提醒">
      <form className="form-stack rules-form" onSubmit={submit} noValidate>
        <p className="quiet">
          站内消息始终即时收到。{!mailReady && '系统管理员还没有启用邮件，以下设置保存后待启用时生效。'}
        </p>
        <Checkbox checked={fields.byMail} onChange={(e) => set({ byMail: e.target.checked })}>
          同时发邮件给我
        </Checkbox>
        <label>
          <span className="form-label">邮箱</span>
          <Input
            type="email"
            autoComplete="email"
            value={fields.mailAddress ?? ''}
            onChange={(e) => set({ mailAddress: e.target.value })}
          />
        </label>
        <div>
          <span className="form-label">发邮件的类别</span>
          <Checkbox.Group
            className="kind-boxes"
            options={kinds}
            value={NoticeKind.options.filter((kind) => !fields.onlyInbox.includes(kind))}
            onChange={(chosen) => set({ onlyInbox: NoticeKind.options.filter((kind) => !chosen.includes(kind)) })}
          />
        </div>
        <Checkbox checked={fields.rules === null} onChange={(e) => set({ rules: e.target.checked ? null : house })}>
          发送时间按全县统一设置（免打扰 {house.quietFrom} 至 {house.quietTo}，汇总 {house.digestAt.join('、') || '无'}
          ）
        </Checkbox>
        {fields.rules && <RulesFields rules={fields.rules} onChange={(rules) => set({ rules })} />}
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
