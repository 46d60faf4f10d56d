import { Button, Checkbox, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { ChannelsView, RobotForm as Fields } from '../contract.ts'
import { RobotKind, robotKindTitles } from '../domain/channel.ts'
import { NoticeKind, noticeKindTitles } from '../domain/notice.ts'

interface RobotFormProps extends Pick<ChannelsView, 'agencies'> {
  first: Fields
  /** An existing robot keeps its address and secret when they are left empty. */
  existing: boolean
  pending: boolean
  error: Error | null
  onSubmit: (fields: Fields) => void
  onCancel: () => void
}

const kept = (text: string): string | null => (text === '' ? null : text)

/** A group's robot: platform, address, secret, and what it is told. */
export function RobotForm({ first, existing, agencies, pending, error, onSubmit, onCancel }: RobotFormProps) {
  const [fields, setFields] = useState(first)
  const set = (patch: Partial<Fields>) => setFields((old) => ({ ...old, ...patch }))
  const submit = (e: FormEvent) => {
    e.preventDefault()
    onSubmit(fields)
  }
  return (
    <form className="form-stack" onSubmit={submit} noValidate>
      <label>
        <span className="form-label">平台</span>
        <Select
          value={fields.kind}
          options={RobotKind.options.map((kind) => ({ value: kind, label: robotKindTitles[kind] }))}
          onChange={(kind) => set({ kind })}
          style={{ width: '100%' }}
        />
      </label>
      <label>
        <span className="form-label">群名称</span>
        <Input value={fields.title} maxLength={40} onChange={(e) => set({ title: e.target.value })} />
      </label>
      <label>
        <span className="form-label">Webhook 地址</span>
        <Input
          value={fields.address ?? ''}
          autoComplete="off"
          placeholder={existing ? '不填则保留原来的' : '从群机器人的设置页复制'}
          onChange={(e) => set({ address: kept(e.target.value) })}
        />
      </label>
      {fields.kind !== 'wecom' && (
        <label>
          <span className="form-label">加签密钥</span>
          <Input.Password
            value={fields.secret ?? ''}
            autoComplete="new-password"
            placeholder={existing ? '不填则保留原来的' : '安全设置选“加签”（签名校验）时填写'}
            onChange={(e) => set({ secret: kept(e.target.value) })}
          />
        </label>
      )}
      <label>
        <span className="form-label">
          发给谁的消息<span className="quiet">（不选为全县）</span>
        </span>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={fields.agencyId ?? undefined}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(agencyId: string | undefined) => set({ agencyId: agencyId ?? null })}
          style={{ width: '100%' }}
        />
      </label>
      <div>
        <span className="form-label">
          消息类别<span className="quiet">（不选为全部）</span>
        </span>
        <Checkbox.Group
          className="kind-boxes"
          options={NoticeKind.options.map((kind) => ({ value: kind, label: noticeKindTitles[kind] }))}
          value={fields.kinds}
          onChange={(kinds) => set({ kinds })}
        />
      </div>
      <Checkbox checked={fields.enabled} onChange={(e) => set({ enabled: e.target.checked })}>
        启用
      </Checkbox>
      {error && (
        <p className="form-refusal" role="alert">
          {error.message}
        </p>
      )}
      <div className="form-acts">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" htmlType="submit" loading={pending} disabled={fields.title.trim() === ''}>
          保存
        </Button>
      </div>
    </form>
  )
}
