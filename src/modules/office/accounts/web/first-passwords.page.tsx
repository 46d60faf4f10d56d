import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Progress } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { useRead } from '#ui/client.ts'
import { ink } from '#ui/ink.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { Refused } from '#ui/refused.tsx'
import { request } from '#ui/request.ts'
import { EmptyState } from '#ui/states.tsx'
import { accountContract, type UserView } from '../contract.ts'
import './first-passwords.css'

type Issued = OutputOf<typeof accountContract.issuePasswords>[number]

/** As many as the server makes while somebody waits. */
const atOnce = 10

const duties = ({ mandates, asked }: UserView): string =>
  [...mandates.map(({ title }) => title), ...asked.map((title) => `${title}（待授权）`)].join('；')

/** Makes passwords ten at a time; what was made before a refusal is shown with it. */
function useIssuing() {
  const queries = useQueryClient()
  const [issued, setIssued] = useState<readonly Issued[]>([])
  const [wanted, setWanted] = useState(0)
  const [error, setError] = useState<Error | null>(null)
  const issue = async (users: readonly UserView[]) => {
    setWanted(users.length)
    setError(null)
    try {
      for (let at = 0; at < users.length; at += atOnce) {
        const userIds = users.slice(at, at + atOnce).map(({ id }) => id)
        const made = await request(accountContract.issuePasswords, { userIds })
        setIssued((before) => [...before, ...made])
      }
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    }
    setWanted(0)
    void queries.invalidateQueries()
  }
  return { issued, wanted, error, issue }
}

/** One person's, to be cut off and handed over. */
function Strip({ issued: { name, username, password }, user }: { issued: Issued; user: UserView | undefined }) {
  return (
    <li className="password-strip">
      <p>
        <b>{name}</b> <span className="quiet">{user && duties(user)}</span>
      </p>
      <p>
        用户名 <b>{username}</b>
      </p>
      <p>
        首次密码 <code>{password}</code>
      </p>
      <p className="quiet">网址 {window.location.origin}，登录后按提示改为自己的密码。请勿转给他人。</p>
    </li>
  )
}

function Choice({ users, onIssue }: { users: readonly UserView[]; onIssue: (users: readonly UserView[]) => void }) {
  const [again, setAgain] = useState(false)
  const fresh = users.filter(({ hasPassword }) => !hasPassword)
  const chosen = again ? users : fresh
  if (users.length === 0)
    return (
      <EmptyState title="没有等待首次密码的账号" action={<LinkButton to="/users">回到账号</LinkButton>}>
        账号授权以后忘记密码的，由安全管理员在“账号”页重置。
      </EmptyState>
    )
  return (
    <Sheet title={`待发首次密码 ${fresh.length} 人`}>
      <ul className="password-people">
        {chosen.map((user) => (
          <li key={user.id}>
            <b>{user.name}</b> <span className="quiet">{user.username}</span> <span>{duties(user)}</span>
          </li>
        ))}
      </ul>
      {fresh.length < users.length && (
        <p>
          <Checkbox checked={again} onChange={({ target }) => setAgain(target.checked)}>
            也给已发过、尚待授权的 {users.length - fresh.length} 人重新生成，原来的密码作废
          </Checkbox>
        </p>
      )}
      <p className="quiet">密码只显示这一次，系统不留底。生成后请立即打印，剪开后分别交给本人。</p>
      <Button type="primary" disabled={chosen.length === 0} onClick={() => onIssue(chosen)}>
        生成 {chosen.length} 人的首次密码
      </Button>
    </Sheet>
  )
}

function Passwords({ users }: { users: readonly UserView[] }) {
  const { issued, wanted, error, issue } = useIssuing()
  const share = wanted === 0 ? 0 : Math.floor((issued.length / wanted) * 100)
  return (
    <>
      <Refused error={error} />
      {wanted > 0 && (
        <div role="status">
          <p>
            正在生成，{issued.length} / {wanted} 人
          </p>
          <Progress percent={share} strokeColor={ink.accent} aria-label="正在生成" />
        </div>
      )}
      {wanted === 0 && issued.length > 0 && (
        <div className="no-print password-acts">
          <p role="status">已生成 {issued.length} 人的首次密码，离开本页后无法再看。</p>
          <Button type="primary" onClick={() => window.print()}>
            打印
          </Button>
        </div>
      )}
      {wanted === 0 && issued.length === 0 && (
        <Choice users={users.filter(({ can }) => can.issuePassword)} onIssue={(chosen) => void issue(chosen)} />
      )}
      {wanted === 0 && (
        <ul className="password-strips">
          {issued.map((one) => (
            <Strip key={one.id} issued={one} user={users.find(({ id }) => id === one.id)} />
          ))}
        </ul>
      )}
    </>
  )
}

/** First passwords on one sheet, a strip for each person, shown this once. */
export function Page() {
  const users = useRead(accountContract.listUsers, {}, { keepOld: true })
  return (
    <Screen title="首次密码" width="reading" crumbs={[{ label: '账号', to: '/users' }]}>
      <Reading of={users}>{(all) => <Passwords users={all} />}</Reading>
    </Screen>
  )
}
