import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { accountContract, type UserView } from '../contract.ts'
import { AskMandate } from './ask-mandate.tsx'
import { EditUser } from './edit-user.tsx'
import { OneTimePassword } from './one-time-password.tsx'

interface ActProps {
  user: UserView
  onClose: () => void
}

const acts = {
  disableUser: {
    act: '停用', grave: true,
    what: '停用后立即退出登录，不能再登录，直到重新启用。以往的操作记录不受影响。',
  },
  enableUser: { act: '启用', grave: false, what: '启用后即可用原来的密码登录。' },
  unlockUser: { act: '解锁', grave: false, what: '请先向本人核实是不是自己输错了密码。' },
  removeSecondFactor: {
    act: '解除动态口令', grave: true,
    what: '用于手机丢失或更换：已登录的设备全部退出，此后只凭密码登录，请提醒本人重新启用。',
  },
} as const // biome-ignore format: a table

/** An act that changes the account and shows it again. */
function PlainAct({ user, name, onClose }: ActProps & { name: keyof typeof acts }) {
  const { act, grave, what } = acts[name]
  const done = useWrite(accountContract[name], { quiet: true, onDone: onClose })
  return (
    <ConfirmReason
      open
      title={`${act}：${user.name}（${user.username}）`}
      act={act}
      grave={grave}
      least={2}
      pending={done.isPending}
      error={done.error}
      onConfirm={(reason) => done.mutate({ userId: user.id, reason })}
      onCancel={onClose}
    >
      {what}
    </ConfirmReason>
  )
}

function ResetPassword({ user, onClose }: ActProps) {
  const reset = useWrite(accountContract.resetPassword, { quiet: true })
  if (reset.data)
    return (
      <OneTimePassword name={user.name} username={user.username} password={reset.data.password} onClose={onClose} />
    )
  return (
    <ConfirmReason
      open
      title={`重置 ${user.name}（${user.username}）的密码`}
      act="重置"
      least={2}
      pending={reset.isPending}
      error={reset.error}
      onConfirm={(reason) => reset.mutate({ userId: user.id, reason })}
      onCancel={onClose}
    >
      原密码立即失效，已登录的设备全部退出。新密码只显示一次，本人首次登录须修改。
    </ConfirmReason>
  )
}

type Act = 'edit' | 'addMandate' | 'resetPassword' | keyof typeof acts

const isPlain = (act: Act): act is keyof typeof acts => act in acts

/** What may be done, in the order of the buttons. */
function listActs({ can, disabledReason }: UserView): [Act, string][] {
  const open = disabledReason === null
  const all: [boolean, Act, string][] = [
    [can.saveUser, 'edit', '修改'],
    [can.askMandate, 'addMandate', '增加身份'],
    [can.unlockUser, 'unlockUser', '解锁'],
    [can.resetPassword, 'resetPassword', '重置密码'],
    [can.removeSecondFactor, 'removeSecondFactor', '解除动态口令'],
    [can.disableUser && open, 'disableUser', '停用'],
    [can.disableUser && !open, 'enableUser', '启用'],
  ]
  return all.flatMap(([may, act, label]) => (may ? [[act, label]] : []))
}

/** What the server says can be done with this account. */
export function UserActs({ user }: { user: UserView }) {
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  return (
    <span className="user-acts">
      {listActs(user).map(([name, label]) => (
        <Button key={name} type="link" size="small" danger={name === 'disableUser'} onClick={() => setAct(name)}>
          {label}
        </Button>
      ))}
      <EditUser user={user} open={act === 'edit'} onClose={close} />
      {act === 'addMandate' && <AskMandate user={user} replaces={null} onClose={close} />}
      {act === 'resetPassword' && <ResetPassword user={user} onClose={close} />}
      {act !== null && isPlain(act) && <PlainAct user={user} name={act} onClose={close} />}
    </span>
  )
}
