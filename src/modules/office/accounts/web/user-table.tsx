import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { UserView } from '../contract.ts'
import { UserActs } from './user-acts.tsx'

const agencyOf = ({ agencyName }: UserView) => agencyName ?? <span className="quiet">不属于某一单位</span>

function Standing({ user }: { user: UserView }) {
  const state = user.disabledReason !== null ? 'disabled' : user.isLocked ? 'locked' : 'open'
  return (
    <span className="standing" data-state={state}>
      {user.standing}
      {user.asked && !user.awaitingGrant && <small className="quiet">（待授权：{user.asked}）</small>}
      {user.secondFactor && <small className="quiet"> · 动态口令</small>}
    </span>
  )
}

const columns: readonly Column<UserView>[] = [
  { key: 'name', title: '姓名', width: 130, render: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'username',
    title: '用户名',
    width: 150,
    render: ({ username, sample }) => (
      <span>
        {username} {sample && <small className="quiet">示例</small>}
      </span>
    ),
    sortBy: ({ username }) => username,
  },
  {
    key: 'role',
    title: '角色',
    width: 140,
    render: ({ roleTitle }) => roleTitle,
    sortBy: ({ roleTitle }) => roleTitle,
  },
  { key: 'agency', title: '所在单位', render: agencyOf, sortBy: ({ agencyName }) => agencyName },
  {
    key: 'standing',
    title: '状态',
    width: 200,
    render: (user) => <Standing user={user} />,
    sortBy: ({ standing }) => standing,
  },
  { key: 'acts', title: '操作', width: 220, render: (user) => <UserActs user={user} /> },
]

function UserCard({ user }: { user: UserView }) {
  return (
    <>
      <span className="card-title">
        {user.name} <small className="quiet">{user.username}</small>
      </span>
      <p className="card-line">
        <span>{user.roleTitle}</span>
        <Standing user={user} />
      </p>
      <p className="card-line">
        <span>{agencyOf(user)}</span>
      </p>
      <UserActs user={user} />
    </>
  )
}

/** Accounts, each with what can be done with it. */
export function UserTable({ users }: { users: readonly UserView[] }) {
  return (
    <DataTable
      caption="账号"
      columns={columns}
      rows={users}
      rowKey={({ id }) => id}
      renderCard={(user) => <UserCard user={user} />}
      sortWord="sort"
      empty={<EmptyState title="没有符合条件的账号">放宽筛选条件再看。</EmptyState>}
    />
  )
}
