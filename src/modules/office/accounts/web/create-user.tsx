import { Modal } from 'antd'
import { useWrite } from '#ui/client.ts'
import { accountContract } from '../contract.ts'
import { OneTimePassword } from './one-time-password.tsx'
import { UserForm } from './user-form.tsx'

const nobody = { username: '', name: '', role: 'reporter' as const, agencyId: null, reason: '' }

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
    <Modal open={open} title="新建账号" footer={null} onCancel={close} destroyOnHidden>
      <UserForm
        first={nobody}
        act="新建"
        pending={create.isPending}
        error={create.error}
        onSubmit={(fields) => create.mutate(fields)}
        onCancel={close}
      />
    </Modal>
  )
}
