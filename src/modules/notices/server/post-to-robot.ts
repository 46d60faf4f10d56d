import { z } from 'zod'
import { robotKindTitles } from '../domain/channel.ts'
import { noticeErrors } from '../domain/errors.ts'
import { robotBody } from '../domain/robot-message.ts'
import { beforeAnything, codeOf, type Fault, reasonOf } from './handing-over.ts'
import { signPost } from './sign-robot.ts'
import type { Parcel } from './take-up.ts'

type RobotParcel = Extract<Parcel, { channel: 'robot' }>

const patience = 15_000
const answerLimit = 16_384

/** 钉钉 and 企业微信 answer `errcode`, 飞书 `code`, its older address `StatusCode`; nought is well. */
const Answer = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  code: z.number().optional(),
  msg: z.string().optional(),
  StatusCode: z.number().optional(),
})

/** Posts a message to a group. */
export async function postToRobot(
  { kind, address, secret, message, mayRepeat }: RobotParcel,
  now: Date,
): Promise<Fault | undefined> {
  const platform = robotKindTitles[kind]
  const post = signPost(kind, { address, body: robotBody(kind, message, mayRepeat) }, { secret, now })
  try {
    const response = await fetch(post.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(post.body),
      // An address that leads elsewhere could lead into the house.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const answer = refusedWith(response.status, await readStart(response))
    return answer === undefined
      ? undefined
      : { refusal: noticeErrors.robotRefused({ platform, answer }), arrived: 'no' }
  } catch (error) {
    const timeout = error instanceof Error && error.name === 'TimeoutError'
    const code = timeout ? 'ETIMEDOUT' : codeOf(error)
    const refusal = noticeErrors.robotUnreachable({ platform, reason: reasonOf(code) })
    return { refusal, arrived: beforeAnything(code) ? 'no' : 'unknown' }
  }
}

/** No more of an answer than is needed, however much there is. */
async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const parts: Uint8Array[] = []
  let size = 0
  while (size < answerLimit) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    size += value.length
  }
  await reader.cancel()
  return Buffer.concat(parts).toString('utf8')
}

/** What a platform says when it does not take a message; undefined when it does. */
function refusedWith(status: number, text: string): string | undefined {
  if (status < 200 || status >= 300) return `HTTP ${status}`
  const parsed = Answer.safeParse(parseJson(text))
  if (!parsed.success) return '回答不是群机器人的格式'
  const { errcode, errmsg, code, msg, StatusCode } = parsed.data
  const number = errcode ?? code ?? StatusCode
  if (number === 0) return undefined
  return `${(errmsg ?? msg ?? '').slice(0, 100)}（代码 ${number ?? '未知'}）`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
