import { App, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { accountContract, type SessionView } from '../contract.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { classesSentence, weaknesses } from '../domain/password-rules.ts'

const emptied = { current: '', next: '', again: '' }

interface FieldProps {
  label: string
  value: string
  newPassword?: boolean
  onChange: (value: string) => void
}

function PasswordField({ label, value, newPassword = false, onChange }: FieldProps) {
  return (
    <label>
      <span className="form-label">{label}</span>
      <Input.Password
        autoComplete={newPassword ? 'new-password' : 'current-password'}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    </label>
  )
}

function Rules({ next, person, rules }: { next: string; person: SessionView['user']; rules: AccountRules }) {
  const missing = next === '' ? [] : weaknesses(next, person, rules)
  return (
    <ul className="password-rules">
      <li>
        至少 {rules.minLength} 个字符；{classesSentence(rules)}
      </li>
      <li>不含用户名和姓名，不与最近 {rules.remembered} 次用过的相同</li>
      <li>{rules.maxAgeDays} 天内须再次修改；改后其他设备自动退出登录</li>
      {missing.length > 0 && (
        <li className="form-complaint" role="status">
          还差：{missing.join('；')}
        </li>
      )}
    </ul>
  )
}

function Refused({ error }: { error: Error | null }) {
  if (error === null) return null
  return (
    <p className="form-refusal" role="alert">
      {error.message}
    </p>
  )
}

/** A new password, with the rules beside it and what is still missing told while typing. */
export function ChangePassword({ user, rules }: Pick<SessionView, 'user' | 'rules'>) {
  const { message } = App.useApp()
  const [typed, setTyped] = useState(emptied)
  const change = useWrite(accountContract.changePassword, {
    quiet: true,
    onDone: () => {
      setTyped(emptied)
      void message.success('密码已修改。')
    },
  })
  const { current, next, again } = typed
  const differs = again !== '' && again !== next
  const ready = current !== '' && next !== '' && again === next && weaknesses(next, user, rules).length === 0
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (ready) change.mutate({ current, next })
  }
  const set = (field: keyof typeof emptied) => (value: string) => setTyped((old) => ({ ...old, [field]: value }))
  return (
    <Sheet title="修改密码">
      <form className="form-stack account-form" onSubmit={submit}>
        <input type="text" autoComplete="username" value={user.username} readOnly hidden />
        <PasswordField label="原密码" value={current} onChange={set('current')} />
        <PasswordField label="新密码" newPassword value={next} onChange={set('next')} />
        <Rules next={next} person={user} rules={rules} />
        <PasswordField label="再输一遍新密码" newPassword value={again} onChange={set('again')} />
        {differs && <p className="form-complaint">两次输入的新密码不一样。</p>}
        <Refused error={change.error} />
        <div>
          <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!ready}>
            修改密码
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
