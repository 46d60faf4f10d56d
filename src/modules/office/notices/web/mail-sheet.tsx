import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ChannelsView, MailForm, noticeContract } from '../contract.ts'

const { host, port, security, user, password, fromAddress, fromName, checksCertificate, enabled } = MailForm.shape
const schema = z.object({ host, port, security, user, password, fromAddress, fromName, checksCertificate, enabled })

const fresh = { port: 465, security: 'tls', checksCertificate: true, fromName: '挂图', enabled: true } as const

function TestMail() {
  const test = useWrite(noticeContract.testMail, { quiet: true })
  return (
    <SchemaForm
      schema={noticeContract.testMail.input}
      act="试发一封"
      sending={test}
      onSubmit={(fields) => test.mutate(fields)}
    >
      {test.data && <p className="quiet">已交付发送，结果见下方发送记录。</p>}
    </SchemaForm>
  )
}

/** The mail server of the house. */
export function MailSheet({ mail }: Pick<ChannelsView, 'mail'>) {
  const { done } = useNotices()
  const save = useForm(noticeContract.saveMail, mail, {
    quiet: true,
    onDone: () => done('已保存'),
  })
  return (
    <Sheet title="邮件">
      <div className="rules-form">
        <SchemaForm
          schema={schema}
          first={mail ? { ...mail, password: null } : fresh}
          act="保存"
          sending={save}
          onSubmit={(fields) => save.mutate(fields)}
        />
        {mail && <TestMail />}
      </div>
    </Sheet>
  )
}
