import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { accountContract } from '../contract.ts'
import { OneTimePassword } from './one-time-password.tsx'

/** A new account; its first password is shown once. */
export function CreateUser({ open, onClose }: { open: boolean; onClose: () => void }) {
  const create = useWrite(accountContract.createUser, { quiet: true })
  const close = () => {
    onClose()
    create.reset()
  }
  if (create.data) {
    const { user, password } = create.data
    return <OneTimePassword name={user.name} username={user.username} password={password} onClose={close} />
  }
  return (
    <FormDialog
      open={open}
      title="新建账号"
      act="新建"
      schema={accountContract.createUser.input}
      first={{ role: 'reporter' }}
      sending={create}
      onSubmit={(fields) => create.mutate(fields)}
      onCancel={close}
    />
  )
}
