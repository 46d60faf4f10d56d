import { z } from 'zod'
import { defineJob } from '#platform/jobs/define-job.ts'
import { listFailures } from '#platform/jobs/failures.ts'
import type { Schedule } from '#platform/operation/implement.ts'
import { systemActor } from '#platform/operation/run-operation.ts'
import { failureSentence } from '../domain/failed-job.ts'
import { notify } from './notify.ts'
import type { NoticePorts } from './ports.ts'

/** Tells the administrators of each job that keeps failing, once: those of the county it is for, of the house’s those at home. */
export const reportFailures = ({ jobTitles }: NoticePorts) =>
  defineJob(
    { name: 'notices.reportFailures', title: '检查失败的后台任务', ofHouse: true },
    z.object({}),
    async ({ finish }) => {
      await finish(async (call) => {
        for (const failure of await listFailures(call.tx)) {
          const title = jobTitles.get(failure.name) ?? failure.name
          const actor = systemActor({ divisionCode: failure.divisionCode ?? call.actor.divisionCode })
          await notify(
            { ...call, actor },
            {
              to: { roles: ['administrator'] },
              kind: 'system',
              title: `后台任务“${title}”多次失败`,
              text: failureSentence({ ...failure, title }),
              link: '/jobs',
              key: `job:${failure.id}`,
            },
          )
        }
      })
    },
  )

/** When it is looked for; nothing fails in a time that is moved by hand. */
export const halfHourly = (job: Schedule['job']): Schedule => ({
  job,
  cron: '*/30 * * * *',
  payload: {},
  onlyLive: true,
})
