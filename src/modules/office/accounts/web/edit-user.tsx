import { Modal } from 'antd'
import { roleTitles } from '#kernel/actor.ts'
import { useForm } from '#ui/use-form.ts'
import { accountContract, type UserView } from '../contract.ts'
import { UserForm } from './user-form.tsx'

/** Another name, duty or agency for an account; duty and agency wait for the security administrator. */
export function EditUser({ user, open, onClose }: { user: UserView; open: boolean; onClose: () => void }) {
  const save = useForm(
    accountContract.saveUser,
    open ? { userId: user.id, name: user.name, role: user.role, agencyId: user.agencyId } : null,
    { quiet: true, onDone: onClose, titles: { role: roleTitles } },
  )
  return (
    <Modal open={open} title="修改账号" footer={null} onCancel={onClose} destroyOnHidden>
      <UserForm
        first={{ ...user, reason: '' }}
        fixedUsername
        act="保存"
        pending={save.isPending}
        error={save.error}
        onSubmit={({ name, role, agencyId, reason }) => save.mutate({ userId: user.id, name, role, agencyId, reason })}
        onCancel={onClose}
      />
    </Modal>
  )
}
