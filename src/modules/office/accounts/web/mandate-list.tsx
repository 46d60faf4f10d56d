import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { accountContract, type UserView } from '../contract.ts'
import { AskMandate } from './ask-mandate.tsx'

type Held = UserView['mandates'][number]

function EndMandate({ user, mandate, onClose }: { user: UserView; mandate: Held; onClose: () => void }) {
  const end = useWrite(accountContract.endMandate, { quiet: true, onDone: onClose })
  return (
    <ConfirmReason
      open
      title={`结束身份：${user.name}（${mandate.title}）`}
      act="结束"
      grave
      least={2}
      pending={end.isPending}
      error={end.error}
      onConfirm={(reason) => end.mutate({ userId: user.id, mandateId: mandate.id, reason })}
      onCancel={onClose}
    >
      {user.mandates.length > 1
        ? '正以这个身份登录的设备立即退出。其他身份不受影响。'
        : '这是唯一的身份，结束后不能再登录，直到有新的身份。'}
    </ConfirmReason>
  )
}

/** What the person may act in, each with what can be done about it. */
export function MandateList({ user }: { user: UserView }) {
  const [acting, setActing] = useState<{ mandate: Held; act: 'change' | 'end' } | null>(null)
  const close = () => setActing(null)
  if (user.mandates.length === 0) return <span className="quiet">没有身份</span>
  return (
    <>
      <ul className="mandate-list">
        {user.mandates.map((mandate) => (
          <li key={mandate.id}>
            {mandate.title}
            {user.can.askMandate && (
              <Button
                type="link"
                size="small"
                aria-label={`变更${user.name}的身份${mandate.title}`}
                onClick={() => setActing({ mandate, act: 'change' })}
              >
                变更
              </Button>
            )}
            {user.can.endMandate && (
              <Button
                type="link"
                size="small"
                danger
                aria-label={`结束${user.name}的身份${mandate.title}`}
                onClick={() => setActing({ mandate, act: 'end' })}
              >
                结束
              </Button>
            )}
          </li>
        ))}
      </ul>
      {acting?.act === 'change' && <AskMandate user={user} replaces={acting.mandate} onClose={close} />}
      {acting?.act === 'end' && <EndMandate user={user} mandate={acting.mandate} onClose={close} />}
    </>
  )
}
