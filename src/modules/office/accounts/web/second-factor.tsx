import { App, Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { dayOf } from '#kernel/moment.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { accountContract, type SecondFactorView } from '../contract.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

interface ProofProps {
  act: string
  /** Which of the two are asked. */
  password?: boolean
  code?: boolean
  pending: boolean
  error: Error | null
  onSubmit: (given: { password: string; code: string }) => void
  children?: ReactNode
}

/** Asks for what proves who sits there. */
function Proof({ act, password = false, code = false, pending, error, onSubmit, children }: ProofProps) {
  const [given, setGiven] = useState({ password: '', code: '' })
  const ready = (!password || given.password !== '') && (!code || given.code !== '')
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (ready) onSubmit(given)
  }
  return (
    <form className="form-stack account-form" onSubmit={submit}>
      {children}
      {password && (
        <label>
          <span className="form-label">登录密码</span>
          <Input.Password
            autoComplete="current-password"
            value={given.password}
            onChange={(e) => setGiven({ ...given, password: e.target.value })}
          />
        </label>
      )}
      {code && (
        <label>
          <span className="form-label">动态口令</span>
          <Input
            autoComplete="one-time-code"
            inputMode="numeric"
            value={given.code}
            onChange={(e) => setGiven({ ...given, code: e.target.value })}
          />
        </label>
      )}
      {error && (
        <p className="form-refusal" role="alert">
          {error.message}
        </p>
      )}
      <div>
        <Button type="primary" htmlType="submit" loading={pending} disabled={!ready}>
          {act}
        </Button>
      </div>
    </form>
  )
}

type Begun = OutputOf<typeof accountContract.beginSecondFactor>

function Scan({ begun, onDone }: { begun: Begun; onDone: (codes: readonly string[]) => void }) {
  const confirm = useWrite(accountContract.confirmSecondFactor, {
    quiet: true,
    onDone: (said) => onDone(said.recoveryCodes),
  })
  return (
    <Proof
      act="启用"
      code
      pending={confirm.isPending}
      error={confirm.error}
      onSubmit={({ code }) => confirm.mutate({ code })}
    >
      <p>用手机上的身份验证程序扫描二维码，再输入它显示的 6 位数字。</p>
      <img className="qr-code" alt="动态口令二维码" src={`data:image/svg+xml,${encodeURIComponent(begun.qrCode)}`} />
      <p className="quiet">
        扫不了时手工输入密钥：<code className="secret-text">{begun.secret}</code>
      </p>
    </Proof>
  )
}

function TurnOn({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const begin = useWrite(accountContract.beginSecondFactor, { quiet: true })
  if (begin.data) return <Scan begun={begin.data} onDone={onDone} />
  return (
    <Proof
      act="开始启用"
      password
      pending={begin.isPending}
      error={begin.error}
      onSubmit={({ password }) => begin.mutate({ password })}
    >
      <p className="quiet">启用后，登录时除密码外还要输入手机上每 30 秒更换一次的 6 位数字。手机不需要联网。</p>
    </Proof>
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
        <Proof
          act="停用"
          password
          code
          pending={end.isPending}
          error={end.error}
          onSubmit={(given) => end.mutate(given)}
        />
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
