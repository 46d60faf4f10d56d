import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { accountContract, type UserView } from '../contract.ts'

const { role, agencyId, reason } = accountContract.askMandate.input.shape
const schema = accountContract.askMandate.input
  .pick({ role: true, agencyId: true, reason: true })
  .extend({ role, agencyId, reason })

interface AskMandateProps {
  user: UserView
  /** What the new one takes the place of; one more without it. */
  replaces: UserView['mandates'][number] | null
  onClose: () => void
}

/** One more mandate of a person, or another in the place of one they have; it waits for the security administrator. */
export function AskMandate({ user, replaces, onClose }: AskMandateProps) {
  const ask = useWrite(accountContract.askMandate, { quiet: true, onDone: onClose })
  return (
    <FormDialog
      title={replaces ? `变更身份：${user.name}（${replaces.title}）` : `增加身份：${user.name}`}
      act="提交申请"
      schema={schema}
      first={replaces ? { role: replaces.role, agencyId: replaces.agencyId } : { role: 'reporter' }}
      sending={ask}
      intro={<p>由安全管理员确认后生效。一人可有几个身份，登录后自行切换；三员不能兼任，也不能兼办业务。</p>}
      onSubmit={(fields) => ask.mutate({ userId: user.id, replacesId: replaces?.id ?? null, ...fields })}
      onCancel={onClose}
    />
  )
}
