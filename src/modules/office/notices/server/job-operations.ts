import { listFailures, retryFailure } from '#platform/jobs/failures.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { type FailedJobView, noticeContract } from '../contract.ts'
import { noticeErrors } from '../domain/errors.ts'
import { failureSentence } from '../domain/failed-job.ts'
import type { NoticePorts } from './ports.ts'

async function viewFailures(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  { jobTitles }: NoticePorts,
): Promise<FailedJobView[]> {
  const failures = await listFailures(tx, actor)
  return failures.map((failure) => {
    const job = { ...failure, title: jobTitles.get(failure.name) ?? failure.name }
    return { ...job, sentence: failureSentence(job) }
  })
}

export const listFailedJobs = (ports: NoticePorts) =>
  implement(noticeContract.listFailedJobs, (call) => viewFailures(call, ports))

export const retryJob = (ports: NoticePorts) =>
  implement(noticeContract.retryJob, async (call) => {
    const name = await retryFailure(call.tx, call.input.jobId, call.actor)
    if (name === undefined) throw noticeErrors.jobNotFound({})
    call.about(`后台任务“${ports.jobTitles.get(name) ?? name}”`)
    return viewFailures(call, ports)
  })
