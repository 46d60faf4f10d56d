import { FormDialog } from '#ui/form-dialog.tsx'
import { useForm } from '#ui/use-form.ts'
import { accountContract, type UserView } from '../contract.ts'

const schema = accountContract.saveUser.input.omit({ userId: true })

/** Another name for an account, and how its person is reached. */
export function EditUser({ user, open, onClose }: { user: UserView; open: boolean; onClose: () => void }) {
  const { name, post, phone } = user
  const first = { name, post, phone }
  const save = useForm(accountContract.saveUser, open ? { userId: user.id, ...first } : null, {
    quiet: true,
    onDone: onClose,
  })
  return (
    <FormDialog
      open={open}
      title={`修改账号：${user.username}`}
      act="保存"
      schema={schema}
      first={first}
      sending={save}
      onSubmit={(fields) => save.mutate({ userId: user.id, ...fields })}
      onCancel={onClose}
    />
  )
}
