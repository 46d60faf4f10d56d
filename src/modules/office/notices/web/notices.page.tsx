import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useRead, useWrite } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useUrlWord } from '#ui/url-state.ts'
import { type NoticePage, noticeContract } from '../contract.ts'
import { NoticeKind, noticeKindTitles } from '../domain/notice.ts'
import { NoticeList } from './notice-list.tsx'
import './notices.css'

const filters: readonly Filter[] = [
  {
    kind: 'view',
    word: 'show',
    label: '范围',
    options: [
      { value: '', label: '全部' },
      { value: 'unread', label: '未读' },
    ],
  },
  {
    kind: 'one',
    word: 'kind',
    label: '类别',
    options: NoticeKind.options.map((kind) => ({ value: kind, label: noticeKindTitles[kind] })),
  },
]

function useAsked() {
  const show = useUrlWord('show')
  const kind = NoticeKind.safeParse(useUrlWord('kind')).data
  return { ...(show === 'unread' && { unread: 'true' }), ...(kind && { kind }) }
}

/** Fifty notices; those before them stand under a button. */
function Notices({ page }: { page: NoticePage }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <NoticeList notices={page.notices} />
      {page.before !== null &&
        (open ? (
          <Older before={page.before} />
        ) : (
          <p className="notice-older no-print">
            <Button onClick={() => setOpen(true)}>更早的消息</Button>
          </p>
        ))}
    </>
  )
}

function Older({ before }: { before: string }) {
  const older = useRead(noticeContract.listNotices, { ...useAsked(), before })
  return <Reading of={older}>{(page) => <Notices page={page} />}</Reading>
}

function ReadAll({ unread }: { unread: number }) {
  const readAll = useWrite(noticeContract.readAllNotices)
  return (
    <Button disabled={unread === 0} loading={readAll.isPending} onClick={() => readAll.mutate({})}>
      全部标为已读
    </Button>
  )
}

/** Everything one has been told, newest first; each leads to what it is about. */
export function Page() {
  const asked = useAsked()
  const notices = useRead(noticeContract.listNotices, asked, { keepOld: true })
  const unread = notices.data?.unread ?? 0
  return (
    <Screen
      title="消息"
      width="reading"
      meta={unread > 0 ? `${unread} 条未读` : undefined}
      actions={
        <>
          <Link to="/account/notices" className="button-link">
            消息设置
          </Link>
          <ReadAll unread={unread} />
        </>
      }
    >
      <FilterBar filters={filters} />
      <Reading of={notices}>
        {(page) =>
          page.notices.length > 0 ? (
            <Notices page={page} />
          ) : (
            <EmptyState title={Object.keys(asked).length > 0 ? '没有符合条件的消息' : '还没有消息'}>
              填报提醒、督办单、会议通知等会出现在这里，点开即可办理。
            </EmptyState>
          )
        }
      </Reading>
    </Screen>
  )
}
