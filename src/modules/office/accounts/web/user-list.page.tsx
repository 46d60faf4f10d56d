import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Role, roleTitles } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { matchesText } from '#kernel/search.ts'
import { useRead } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import { accountContract, type UserView } from '../contract.ts'
import { CreateUser } from './create-user.tsx'
import { GrantList } from './grant-list.tsx'
import { useSession } from './session.ts'
import { UserTable } from './user-table.tsx'
import './account.css'

const filters: readonly Filter[] = [
  { kind: 'text', word: 'q', placeholder: '姓名、用户名、手机号或单位' },
  {
    kind: 'many',
    word: 'role',
    label: '角色',
    options: Role.options.map((role) => ({ value: role, label: roleTitles[role] })),
  },
  {
    kind: 'one',
    word: 'standing',
    label: '状态',
    options: [
      { value: 'open', label: '可用' },
      { value: 'waiting', label: '待授权' },
      { value: 'disabled', label: '已停用' },
      { value: 'locked', label: '已锁定' },
    ],
  },
]

function standingOf({ disabledReason, asked, awaitingGrant, isLocked }: UserView): string {
  if (disabledReason !== null) return 'disabled'
  if (awaitingGrant || asked.length > 0) return 'waiting'
  return isLocked ? 'locked' : 'open'
}

function Users({ users }: { users: readonly UserView[] }) {
  const text = useUrlWord('q')
  const roles = useUrlList('role')
  const standing = useUrlWord('standing')
  const found = users.filter(
    (user) =>
      (roles.length === 0 || user.mandates.some(({ role }) => roles.includes(role))) &&
      (standing === '' || standing === standingOf(user)) &&
      matchesText(text, {
        words: [
          user.name,
          user.username,
          user.post ?? '',
          user.phone ?? '',
          ...user.mandates.map(({ title }) => title),
        ],
        initials: '',
      }),
  )
  return (
    <>
      <FilterBar filters={filters} count={`${found.length} 个账号`} />
      <UserTable users={found} />
    </>
  )
}

/** The accounts of the county: one administrator makes them, another gives them power. */
export function Page() {
  const users = useRead(accountContract.listUsers, {})
  const { data: session } = useSession()
  const [creating, setCreating] = useState(false)
  return (
    <Screen
      title="账号"
      actions={
        <>
          <Link className="button-link" to="/users/rules">
            登录规则
          </Link>
          {session && may(session.user, accountContract.createUser) && (
            <>
              <LinkButton to="/users/passwords">首次密码</LinkButton>
              <LinkButton to="/users/import">从表格导入</LinkButton>
              <Button type="primary" onClick={() => setCreating(true)}>
                新建账号
              </Button>
            </>
          )}
        </>
      }
    >
      <GrantList />
      <Reading of={users}>{(all) => <Users users={all} />}</Reading>
      <CreateUser open={creating} onClose={() => setCreating(false)} />
    </Screen>
  )
}
