import { App, Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { dayOf } from '#kernel/moment.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { accountContract, type SecondFactorView } from '../contract.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

type Begun = OutputOf<typeof accountContract.beginSecondFactor>

function Scan({ begun, onDone }: { begun: Begun; onDone: (codes: readonly string[]) => void }) {
  const confirm = useWrite(accountContract.confirmSecondFactor, {
    quiet: true,
    onDone: (said) => onDone(said.recoveryCodes),
  })
  return (
    <div className="form-stack account-form">
      <p>用手机上的身份验证程序扫描二维码，再输入它显示的 6 位数字。</p>
      <img className="qr-code" alt="动态口令二维码" src={`data:image/svg+xml,${encodeURIComponent(begun.qrCode)}`} />
      <p className="quiet">
        扫不了时手工输入密钥：<code className="secret-text">{begun.secret}</code>
      </p>
      <SchemaForm
        schema={accountContract.confirmSecondFactor.input}
        act="启用"
        sending={confirm}
        onSubmit={(given) => confirm.mutate(given)}
      />
    </div>
  )
}

function TurnOn({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const begin = useWrite(accountContract.beginSecondFactor, { quiet: true })
  if (begin.data) return <Scan begun={begin.data} onDone={onDone} />
  return (
    <div className="form-stack account-form">
      <p className="quiet">启用后，登录时除密码外还要输入手机上每 30 秒更换一次的 6 位数字。手机不需要联网。</p>
      <SchemaForm
        schema={accountContract.beginSecondFactor.input}
        act="开始启用"
        sending={begin}
        onSubmit={(given) => begin.mutate(given)}
      />
    </div>
  )
}

function TurnOff({ view }: { view: SecondFactorView }) {
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const onDone = () => void message.success('动态口令已停用。')
  const end = useWrite(accountContract.endSecondFactor, { quiet: true, onDone })
  return (
    <div className="form-stack">
      <p>
        {view.since ? `${dayOf(view.since)} 起启用` : '已启用'}，还有 {view.recoveryCodesLeft} 个恢复码没有用过。
      </p>
      {view.required && <p className="quiet">本县规定您的角色必须使用动态口令。换手机请找安全管理员解除后重新启用。</p>}
      {!view.required && !open && (
        <div>
          <Button onClick={() => setOpen(true)}>停用…</Button>
        </div>
      )}
      {open && (
        <div className="account-form">
          <SchemaForm
            schema={accountContract.endSecondFactor.input}
            act="停用"
            sending={end}
            onSubmit={(given) => end.mutate(given)}
          />
        </div>
      )}
    </div>
  )
}

/** One's own second factor: set up by scanning, proved by a code, with codes for the day the phone is lost. */
export function SecondFactor() {
  // The recovery codes stay on the screen although the factor is on from then on.
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const factor = useRead(accountContract.getSecondFactor, {})
  return (
    <Sheet title="动态口令（第二重验证）">
      <Reading of={factor} loading={<LoadingSkeleton rows={1} />}>
        {(view) => {
          if (codes) return <RecoveryCodes codes={codes} />
          return view.state === 'on' ? <TurnOff view={view} /> : <TurnOn onDone={setCodes} />
        }}
      </Reading>
    </Sheet>
  )
}
