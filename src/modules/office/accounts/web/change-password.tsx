import { App } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { accountContract, type SessionView } from '../contract.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { classesSentence, weaknesses } from '../domain/password-rules.ts'

function Rules({ next, user, rules }: { next: string } & Pick<SessionView, 'user' | 'rules'>) {
  const missing = next === '' ? [] : weaknesses(next, user, rules)
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

const again = z.string().min(1).meta({ label: '再输一遍新密码', kind: 'secret' })

const schemaOf = (user: SessionView['user'], rules: AccountRules) =>
  accountContract.changePassword.input.extend({ again }).superRefine((typed, context) => {
    const missing = weaknesses(typed.next, user, rules)
    if (missing.length > 0)
      context.addIssue({ code: 'custom', path: ['next'], message: `新密码还差：${missing.join('；')}。` })
    if (typed.again !== typed.next)
      context.addIssue({ code: 'custom', path: ['again'], message: '两次输入的新密码不一样。' })
  })

/** A new password, with the rules beside it and what is still missing told while typing. */
export function ChangePassword({ user, rules }: Pick<SessionView, 'user' | 'rules'>) {
  const { message } = App.useApp()
  const [next, setNext] = useState('')
  const [times, setTimes] = useState(0)
  const schema = useMemo(() => schemaOf(user, rules), [user, rules])
  const change = useWrite(accountContract.changePassword, {
    quiet: true,
    onDone: () => {
      setTimes(times + 1)
      setNext('')
      void message.success('密码已修改。')
    },
  })
  return (
    <Sheet title="修改密码">
      <div className="account-form">
        <SchemaForm
          key={times}
          schema={schema}
          act="修改密码"
          sending={change}
          fields={{ next: { note: <Rules {...{ next, user, rules }} /> } }}
          intro={<input type="text" autoComplete="username" value={user.username} readOnly hidden />}
          onChange={(_, all) => setNext(all.next ?? '')}
          onSubmit={({ current, next: chosen }) => change.mutate({ current, next: chosen })}
        />
      </div>
    </Sheet>
  )
}
