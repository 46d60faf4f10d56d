import { type FormEvent, useEffect, useState } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { enter, listenToTabs } from '#ui/kept/kept.ts'
import { Mark } from '#ui/mark.tsx'
import { refuseWhat } from '#ui/refusals.ts'
import { request } from '#ui/request.ts'
import { accountContract, type SessionView } from '../../contract.ts'
import { accountErrors } from '../../domain/errors.ts'
import { SignInField } from './sign-in-field.tsx'
import '#ui/paper.css'
import '#ui/form.css'
import './sign-in.css'

const codeAsked = accountErrors.codeRequired({}).code
const codeWrong = accountErrors.wrongCode({}).code

/** Whether the account has a second factor, as the server's refusal tells. */
const wantsCode = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === codeAsked || error.code === codeWrong)

/** What signing out could not do is told here, as the page it happened on is gone. */
const asked = new URLSearchParams(window.location.search)
const toldAtFirst = asked.has('kept') ? refuseWhat.notCleared({}).message : null

/** Only addresses of our own are gone back to. */
const nextAddress = (): string => {
  const next = asked.get('next') ?? ''
  return /^\/(?!\/)/.test(next) && !next.includes('\\') ? next : '/'
}

async function goOn({ user }: SessionView): Promise<void> {
  await enter(user.id, user.mandateId)
  window.location.replace(nextAddress())
}

function SignInForm() {
  const [typed, setTyped] = useState({ username: '', password: '', code: '' })
  const [asksCode, setAsksCode] = useState(false)
  const [isPending, setPending] = useState(false)
  const [refused, setRefused] = useState(toldAtFirst)
  const { username, password, code } = typed
  const set = (name: keyof typeof typed) => (value: string) => setTyped((old) => ({ ...old, [name]: value }))
  const submit = async (e: FormEvent) => {
    e.preventDefault()
    if (isPending) return
    setPending(true)
    setRefused(null)
    try {
      await goOn(await request(accountContract.signIn, { username, password, ...(code !== '' && { code }) }))
    } catch (error) {
      setPending(false)
      if (wantsCode(error)) setAsksCode(true)
      setRefused(error instanceof Refusal ? error.message : '没有办成。请再试一次。')
    }
  }
  return (
    <form onSubmit={(e) => void submit(e)} className="form-stack" noValidate>
      <SignInField label="用户名" autoComplete="username" autoFocus value={username} onChange={set('username')} />
      <SignInField label="密码" autoComplete="current-password" secret value={password} onChange={set('password')} />
      {asksCode && (
        <SignInField
          label="动态口令或恢复码"
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={set('code')}
        />
      )}
      {refused !== null && (
        <p className="form-refusal" role="alert">
          {refused}
        </p>
      )}
      <button type="submit" className="sign-in-act" disabled={!username || !password} aria-busy={isPending}>
        {isPending ? '正在登录…' : '登录'}
      </button>
      {refused === null && <p className="quiet">忘记密码请联系安全管理员重置。</p>}
    </form>
  )
}

/** Whoever is signed in already, here or in another tab, goes on at once. */
const goOnIfSignedIn = (): Promise<void> =>
  request(accountContract.getSession, {}).then(
    (session) => (session ? goOn(session) : undefined),
    // The form says so as soon as it is sent.
    () => undefined,
  )

/** Signing in, and back to the page one came from. */
export function SignInPage() {
  useEffect(() => {
    listenToTabs(() => void goOnIfSignedIn())
    void goOnIfSignedIn()
  }, [])
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
