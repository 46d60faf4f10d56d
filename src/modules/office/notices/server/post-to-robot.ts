import { z } from 'zod'
import { jsonIn } from '#kernel/json.ts'
import { postJson } from '#platform/outgoing/post-json.ts'
import { robotKindTitles } from '../domain/channel.ts'
import { noticeErrors } from '../domain/errors.ts'
import { robotBody } from '../domain/robot-message.ts'
import { beforeAnything, codeOf, type Fault, reasonOf } from './handing-over.ts'
import { signPost } from './sign-robot.ts'
import type { Parcel } from './take-up.ts'

type RobotParcel = Extract<Parcel, { channel: 'robot' }>

/** 钉钉 and 企业微信 answer `errcode`, 飞书 `code`, its older address `StatusCode`; nought is well. */
const Answer = z.object({
  errcode: z.number().optional(),
  code: z.number().optional(),
  StatusCode: z.number().optional(),
})

/** Posts a message to a group. */
export async function postToRobot(
  { kind, address, secret, message, mayRepeat }: RobotParcel,
  { now, ownHosts }: { now: Date; ownHosts: readonly string[] },
): Promise<Fault | undefined> {
  const platform = robotKindTitles[kind]
  const post = signPost(kind, { address, body: robotBody(kind, message, mayRepeat) }, { secret, now })
  try {
    const { status, text } = await postJson(post.address, post.body, { inside: false, ownHosts })
    const answer = refusedWith(status, text)
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

/** That a platform does not take a message, by its code alone: its words are a stranger's. Undefined when it does. */
function refusedWith(status: number, text: string): string | undefined {
  if (status < 200 || status >= 300) return `HTTP ${status}`
  const parsed = Answer.safeParse(jsonIn(text))
  if (!parsed.success) return '回答不是群机器人的格式'
  const { errcode, code, StatusCode } = parsed.data
  const number = errcode ?? code ?? StatusCode
  if (number === 0) return undefined
  return `回答代码 ${number ?? '未知'}`
}
