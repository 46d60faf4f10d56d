import { Button } from 'antd'
import { minuteOf } from '#kernel/moment.ts'
import { useRead, useWrite } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { type FailedJobView, noticeContract } from '../contract.ts'
import './notices.css'

function Retry({ job }: { job: FailedJobView }) {
  const retry = useWrite(noticeContract.retryJob)
  return (
    <Button size="small" loading={retry.isPending} onClick={() => retry.mutate({ jobId: job.id })}>
      立即重试
    </Button>
  )
}

const columns: readonly Column<FailedJobView>[] = [
  { key: 'title', title: '任务', width: 140, render: ({ title }) => title, sortBy: ({ title }) => title },
  { key: 'sentence', title: '情况', render: ({ sentence }) => <span className="failed-job">{sentence}</span> },
  {
    key: 'failedAt',
    title: '最近失败',
    width: 150,
    render: ({ failedAt }) => minuteOf(failedAt),
    sortBy: ({ failedAt }) => failedAt.getTime(),
  },
  { key: 'acts', title: '操作', width: 110, render: (job) => <Retry job={job} /> },
]

function JobCard({ job }: { job: FailedJobView }) {
  return (
    <>
      <span className="card-title">{job.title}</span>
      <p className="card-line">{job.sentence}</p>
      <p className="card-line">
        <span>{minuteOf(job.failedAt)}</span>
        <Retry job={job} />
      </p>
    </>
  )
}

/** Work in the background that did not succeed by itself. */
export function Page() {
  const jobs = useRead(noticeContract.listFailedJobs, {})
  return (
    <Screen title="后台任务" meta="连续失败三次以上的任务">
      <Reading of={jobs}>
        {(rows) => (
          <DataTable
            caption="失败的后台任务"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            renderCard={(job) => <JobCard job={job} />}
            sortWord="sort"
            empty={
              <EmptyState title="没有失败的后台任务">发送消息、自动备份等在后台进行，多次失败时会列在这里。</EmptyState>
            }
          />
        )}
      </Reading>
    </Screen>
  )
}
