import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { UserView } from '../contract.ts'
import { MandateList } from './mandate-list.tsx'
import { UserActs } from './user-acts.tsx'

function Standing({ user }: { user: UserView }) {
  const state = user.disabledReason !== null ? 'disabled' : user.isLocked ? 'locked' : 'open'
  return (
    <span className="standing" data-state={state}>
      {user.standing}
      {user.asked.length > 0 && <small className="quiet">（待授权：{user.asked.join('；')}）</small>}
      {user.secondFactor && <small className="quiet"> · 动态口令</small>}
    </span>
  )
}

/** With what tells two of one name apart. */
function Name({ user: { name, post, phone } }: { user: UserView }) {
  return (
    <>
      {name}
      {(post || phone) && <small className="quiet user-known">{[post, phone].filter(Boolean).join(' ')}</small>}
    </>
  )
}

const columns: readonly Column<UserView>[] = [
  { key: 'name', title: '姓名', width: 150, render: (user) => <Name user={user} />, sortBy: ({ name }) => name },
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
    key: 'mandates',
    title: '身份',
    render: (user) => <MandateList user={user} />,
    sortBy: ({ mandates }) => mandates[0]?.title ?? null,
  },
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
        <Name user={user} /> <small className="quiet">{user.username}</small>
      </span>
      <MandateList user={user} />
      <p className="card-line">
        <Standing user={user} />
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
