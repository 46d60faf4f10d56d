import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { accountContract, type UserView } from '../contract.ts'
import { EditUser } from './edit-user.tsx'
import { OneTimePassword } from './one-time-password.tsx'

type Act = 'edit' | 'disable' | 'reset'

function DisableUser({ user, open, onClose }: { user: UserView; open: boolean; onClose: () => void }) {
  const disable = useWrite(accountContract.disableUser, { quiet: true, onDone: onClose })
  return (
    <ConfirmReason
      open={open}
      title={`停用 ${user.name}（${user.username}）`}
      act="停用"
      grave
      least={2}
      pending={disable.isPending}
      error={disable.error}
      onConfirm={(reason) => disable.mutate({ userId: user.id, reason })}
      onCancel={onClose}
    >
      停用后立即退出登录，不能再登录，直到重新启用。以往的操作记录不受影响。
    </ConfirmReason>
  )
}

function ResetPassword({ user, open, onClose }: { user: UserView; open: boolean; onClose: () => void }) {
  const reset = useWrite(accountContract.resetPassword, { quiet: true })
  const close = () => {
    onClose()
    reset.reset()
  }
  if (reset.data)
    return <OneTimePassword name={user.name} username={user.username} password={reset.data.password} onClose={close} />
  return (
    <Modal
      open={open}
      title={`重置 ${user.name}（${user.username}）的密码`}
      okText="重置"
      cancelText="取消"
      okButtonProps={{ loading: reset.isPending }}
      onOk={() => reset.mutate({ userId: user.id })}
      onCancel={close}
    >
      <p>原密码立即失效，已登录的设备全部退出。新密码只显示一次，本人首次登录须修改。</p>
      {reset.error && (
        <p className="form-refusal" role="alert">
          {reset.error.message}
        </p>
      )}
    </Modal>
  )
}

function DisableOrEnable({ user, onDisable }: { user: UserView; onDisable: () => void }) {
  const enable = useWrite(accountContract.disableUser)
  if (user.disabledReason === null)
    return (
      <Button type="link" size="small" danger onClick={onDisable}>
        停用
      </Button>
    )
  const open = () => enable.mutate({ userId: user.id, reason: null })
  return (
    <Button type="link" size="small" loading={enable.isPending} onClick={open}>
      启用
    </Button>
  )
}

/** What the server says can be done with this account. */
export function UserActs({ user }: { user: UserView }) {
  const { can, id: userId } = user
  const [act, setAct] = useState<Act | null>(null)
  const unlock = useWrite(accountContract.unlockUser)
  const close = () => setAct(null)
  return (
    <span className="user-acts">
      {can.saveUser && (
        <Button type="link" size="small" onClick={() => setAct('edit')}>
          修改
        </Button>
      )}
      {can.unlockUser && (
        <Button type="link" size="small" loading={unlock.isPending} onClick={() => unlock.mutate({ userId })}>
          解锁
        </Button>
      )}
      {can.resetPassword && (
        <Button type="link" size="small" onClick={() => setAct('reset')}>
          重置密码
        </Button>
      )}
      {can.disableUser && <DisableOrEnable user={user} onDisable={() => setAct('disable')} />}
      <EditUser user={user} open={act === 'edit'} onClose={close} />
      <DisableUser user={user} open={act === 'disable'} onClose={close} />
      <ResetPassword user={user} open={act === 'reset'} onClose={close} />
    </span>
  )
}
