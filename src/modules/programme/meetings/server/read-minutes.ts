import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import { plainNotice } from '#kernel/reading-notice.ts'
import { owned, sameRow } from '#platform/database/same-row.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { JobCall } from '#platform/operation/implement.ts'
import type { CompiledMinutes } from '../domain/compile-minutes.ts'
import type { Minutes } from '../domain/minutes.ts'
import { minutesFlow } from '../domain/minutes.ts'
import { compileWords, wordsOf } from './compile-words.ts'
import { keepMinutes, ofVersion } from './keep-minutes.ts'
import type { MeetingPorts } from './ports.ts'
import { meetings, minutes } from './tables.ts'

const Payload = z.object({ meetingId: z.uuid(), version: z.int() })

/** Takes the words out of a file of minutes and compiles them; whatever happens the row says how it ended. */
export const readMinutes = (ports: MeetingPorts) =>
  defineJob({ name: 'meetings.readMinutes', title: '识读会议记录' }, Payload, async (call) => {
    const row = await begin(call)
    if (!row) return
    const outcome = await readWords(ports, row, call)
    await call.finish(async ({ tx, now }) => {
      const mine = sameRow(meetings, owned(row.meetingId, row))
      const [meeting] = await tx.select().from(meetings).where(mine).for('update')
      if (!meeting) return
      if ('text' in outcome) await keepMinutes(tx, { meeting, version: row.version, ...outcome }, now)
      else {
        const state = minutesFlow.next(row.state, 'refuse')
        await tx
          .update(minutes)
          .set({ state, refusal: outcome.refusal })
          .where(ofVersion({ ...row, id: row.meetingId }, row.version))
      }
    })
  })

type Running = JobCall<z.infer<typeof Payload>>

async function begin({ payload, actor, transaction }: Running): Promise<Minutes | undefined> {
  return transaction(async ({ tx }) => {
    const asked = ofVersion(owned(payload.meetingId, actor), payload.version)
    const [row] = await tx.select().from(minutes).where(asked).for('update')
    if (!row || !minutesFlow.can(row.state, 'read')) return undefined
    const state = minutesFlow.next(row.state, 'read')
    await tx.update(minutes).set({ state }).where(asked)
    return { ...row, state }
  })
}

type Outcome = { text: string; compiled: CompiledMinutes; notices: Minutes['notices'] } | { refusal: string }

async function readWords({ files, read }: MeetingPorts, row: Minutes, { transaction }: Running): Promise<Outcome> {
  const name = row.fileName ?? ''
  try {
    const { text, notices } = await read({ name, bytes: await files.get(row.fileSha256 ?? '', name) })
    if (text.trim() === '') return { refusal: '文件中没有文字，可能是扫描件。请粘贴会议记录的文字。' }
    const words = await transaction(async ({ tx }) => {
      const mine = sameRow(meetings, owned(row.meetingId, row))
      const [meeting] = await tx.select().from(meetings).where(mine)
      return meeting && wordsOf(tx, meeting, text)
    })
    if (!words) return { refusal: '会议已经删除，记录没有识读。' }
    return { text, compiled: await compileWords(words), notices: notices.map(plainNotice) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message }
    throw error
  }
}
