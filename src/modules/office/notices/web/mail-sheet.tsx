import { Button, Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ChannelsView, MailForm, noticeContract } from '../contract.ts'
import { mailSecurities } from '../domain/channel.ts'

/** A field left empty means none, which a plain form says by leaving it out. */
const { host, port, security, fromAddress, fromName, checksCertificate, enabled } = MailForm.shape
const schema = z.object({
  host,
  port,
  security,
  user: z.string().trim().max(200).nullable().default(null).meta({ label: '登录名' }),
  password: z.string().max(200).nullable().default(null).meta({ label: '密码' }),
  fromAddress,
  fromName,
  checksCertificate,
  enabled,
})

const fresh = { port: 465, security: 'tls', checksCertificate: true, fromName: '挂图', enabled: true } as const

function Password({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  return (
    <Input.Password
      aria-label="密码"
      autoComplete="new-password"
      placeholder="不填则保留原来的"
      value={typeof value === 'string' ? value : ''}
      onChange={(e) => onChange(e.target.value === '' ? null : e.target.value)}
    />
  )
}

function TestMail() {
  const [to, setTo] = useState('')
  const test = useWrite(noticeContract.testMail)
  return (
    <div className="sheet-acts">
      <Input
        type="email"
        aria-label="收件邮箱"
        placeholder="收件邮箱"
        value={to}
        onChange={(e) => setTo(e.target.value)}
      />
      <Button disabled={to === ''} loading={test.isPending} onClick={() => test.mutate({ to })}>
        试发一封
      </Button>
      {test.data && <span className="quiet">已交付发送，结果见下方发送记录。</span>}
    </div>
  )
}

/** The mail server of the house. */
export function MailSheet({ mail }: Pick<ChannelsView, 'mail'>) {
  const { done } = useNotices()
  const save = useForm(noticeContract.saveMail, mail, {
    quiet: true,
    onDone: () => done('已保存'),
    titles: { security: mailSecurities },
  })
  return (
    <Sheet title="邮件">
      <div className="rules-form">
        <SchemaForm
          schema={schema}
          first={mail ? { ...mail, password: null } : fresh}
          act="保存"
          titles={{ security: mailSecurities }}
          controls={{ password: Password }}
          pending={save.isPending}
          error={save.error}
          onSubmit={(fields) => save.mutate(fields)}
        />
        {mail && <TestMail />}
      </div>
    </Sheet>
  )
}
