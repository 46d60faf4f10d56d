import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { useWrite } from '#ui/client.ts'
import { Mark } from '#ui/mark.tsx'
import { useDocumentTitle } from '#ui/page.tsx'
import { Redirect } from '#ui/redirect.tsx'
import { useUrlWord } from '#ui/url-state.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { beginSession, useSession } from './session.ts'
import './sign-in.css'

/** Only addresses of our own are gone back to. */
const ownAddress = (next: string): string => (/^\/(?!\/)/.test(next) && !next.includes('\\') ? next : '/')

const codeAsked = accountErrors.codeRequired({}).code
const codeWrong = accountErrors.wrongCode({}).code

/** Whether the account has a second factor, as the server's refusal tells. */
const wantsCode = (error: Error | null): boolean =>
  error instanceof Refusal && (error.code === codeAsked || error.code === codeWrong)

function SignInForm() {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const queries = useQueryClient()
  const signIn = useWrite(accountContract.signIn, {
    quiet: true,
    onDone: (session) => void beginSession(queries, session),
  })
  const submit = (e: FormEvent) => {
    e.preventDefault()
    signIn.mutate(
      { username, password, ...(code !== '' && { code }) },
      { onError: (error) => wantsCode(error) && setAsksCode(true) },
    )
  }
  return (
    <form onSubmit={submit} className="form-stack">
      <label>
        <span className="form-label">用户名</span>
        <Input
          autoFocus
          autoComplete="username"
          size="large"
          value={username}
          onChange={(e) => setUsername(e.target.value)}
        />
      </label>
      <label>
        <span className="form-label">密码</span>
        <Input.Password
          autoComplete="current-password"
          size="large"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
      </label>
      {asksCode && (
        <label>
          <span className="form-label">动态口令或恢复码</span>
          <Input
            autoFocus
            autoComplete="one-time-code"
            size="large"
            value={code}
            onChange={(e) => setCode(e.target.value)}
          />
        </label>
      )}
      {signIn.error && (
        <p className="form-refusal" role="alert">
          {signIn.error.message}
        </p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={signIn.isPending}
        disabled={!username || !password}
      >
        登录
      </Button>
      {!signIn.error && <p className="quiet">忘记密码请联系安全管理员重置。</p>}
    </form>
  )
}

/** Signing in, and back to the page one came from. */
export function Page() {
  useDocumentTitle('登录')
  const session = useSession()
  const next = useUrlWord('next')
  if (session.data) return <Redirect href={ownAddress(next)} />
  return (
    <main className="sign-in">
      <section className="sign-in-sheet">
        <header>
          <Mark size={40} />
          <div>
            <h1>挂图</h1>
            <p className="quiet">印发的方案，挂上墙，按图推进</p>
          </div>
        </header>
        <SignInForm />
      </section>
      <footer className="quiet">操作全程留痕。请在政务外网内使用，不要处理涉密内容。</footer>
    </main>
  )
}
