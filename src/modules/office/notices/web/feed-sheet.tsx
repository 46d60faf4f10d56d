import { Button, Popconfirm } from 'antd'
import { minuteOf } from '#kernel/moment.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { type FeedView, noticeContract } from '../contract.ts'

function Feed({ feed }: { feed: FeedView | null }) {
  const renew = useWrite(noticeContract.renewFeed)
  const end = useWrite(noticeContract.endFeed, { onDone: () => renew.reset() })
  const make = () => renew.mutate({})
  return (
    <>
      <p className="quiet">
        填报截止、督办期限、会议会出现在手机或电脑的日历里。地址相当于钥匙，不要转发；泄露后重新生成，旧地址立即失效。
      </p>
      {renew.data && (
        <>
          <p>请复制到日历软件的“订阅日历”中，这个地址只显示这一次：</p>
          <code className="feed-address">{`${window.location.origin}${renew.data.path}`}</code>
        </>
      )}
      {feed && (
        <p className="quiet">
          {minuteOf(feed.createdAt)} 生成，
          {feed.lastReadAt ? `${minuteOf(feed.lastReadAt)} 被读取过` : '还没有被读取过'}
        </p>
      )}
      <div className="sheet-acts">
        {feed ? (
          <>
            <Popconfirm title="重新生成后，旧地址立即失效。" okText="重新生成" cancelText="取消" onConfirm={make}>
              <Button loading={renew.isPending}>重新生成地址</Button>
            </Popconfirm>
            <Button danger loading={end.isPending} onClick={() => end.mutate({})}>
              停用
            </Button>
          </>
        ) : (
          <Button loading={renew.isPending} onClick={make}>
            生成订阅地址
          </Button>
        )}
      </div>
    </>
  )
}

/** The calendar one subscribes to. */
export function FeedSheet() {
  const feed = useRead(noticeContract.findFeed, {})
  return (
    <Sheet title="日历订阅">
      <Reading of={feed} loading={<LoadingSkeleton rows={2} />}>
        {(present) => <Feed feed={present} />}
      </Reading>
    </Sheet>
  )
}
