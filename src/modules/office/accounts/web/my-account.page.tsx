import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { FactList } from '#ui/fact-list.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import type { SessionView } from '../contract.ts'
import { ChangePassword } from './change-password.tsx'
import { DeviceList } from './device-list.tsx'
import { SecondFactor } from './second-factor.tsx'
import { useChooseMandate, useMandates, useSession, useSignOut } from './session.ts'
import './account.css'

/** The other mandates of the person, to be chosen. */
function OwnMandates() {
  const mandates = useMandates(true)
  const choose = useChooseMandate()
  return (
    <Reading of={mandates}>
      {(all) => (
        <ul className="mandate-list">
          {all
            .filter(({ current }) => !current)
            .map(({ id, title }) => (
              <li key={id}>
                {title}
                <Button
                  type="link"
                  size="small"
                  aria-label={`切换为${title}`}
                  disabled={choose.isPending}
                  onClick={() => choose.mutate({ mandateId: id })}
                >
                  切换
                </Button>
              </li>
            ))}
        </ul>
      )}
    </Reading>
  )
}

function Account({ session }: { session: SessionView }) {
  const { user, rules, mustChangePassword, mustSetSecondFactor } = session
  const signOut = useSignOut()
  const due = mustChangePassword ?? mustSetSecondFactor
  const forced = due !== null
  return (
    <Screen
      title={mustChangePassword ? '请先修改密码' : forced ? '请先启用动态口令' : '账号与登录'}
      width="reading"
      meta={forced ? undefined : `${user.name}（${user.roleTitle}）`}
      actions={<Button onClick={signOut}>退出登录</Button>}
    >
      {forced && (
        <p className="must-change" role="alert">
          {due}办好后即可使用其他页面。
        </p>
      )}
      {!forced && (
        <Sheet title="本人">
          <FactList
            facts={[
              { label: '用户名', value: user.username },
              { label: '姓名', value: user.name },
              { label: '现在的身份', value: user.title },
              ...(user.hasOthers ? [{ label: '其他身份', value: <OwnMandates /> }] : []),
              { label: '行政区划', value: `${user.divisionName}（${user.divisionCode}）` },
            ]}
          />
          <p className="quiet account-note">
            信息有误请联系系统管理员修改。供其他系统对接的接口见<Link to="/api-docs">接口文档</Link>。
          </p>
        </Sheet>
      )}
      {mustChangePassword === null && <SecondFactor />}
      {!mustSetSecondFactor && <ChangePassword user={user} rules={rules} />}
      {!forced && <DeviceList />}
    </Screen>
  )
}

/** One's own account; until a due password is changed, the only page there is. */
export function Page() {
  const session = useSession()
  return <Reading of={session}>{(present) => present && <Account session={present} />}</Reading>
}
