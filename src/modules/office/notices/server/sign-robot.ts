import { createHmac } from 'node:crypto'
import type { RobotKind } from '../domain/channel.ts'

export interface SignedPost {
  address: string
  body: Record<string, unknown>
}

/**
 * Signs a message the way its platform checks it (documentation of custom robots, 安全设置 / 签名校验):
 * 钉钉 signs `timestamp\nsecret` with the secret, milliseconds, in the address; 飞书 signs nothing with the key
 * `timestamp\nsecret`, seconds, in the body; 企业微信 has its key in the address and signs nothing.
 */
export function signPost(
  kind: RobotKind,
  { address, body }: SignedPost,
  by: { secret: string | null; now: Date },
): SignedPost {
  const { secret, now } = by
  if (secret === null || kind === 'wecom') return { address, body }
  if (kind === 'dingtalk') {
    const timestamp = String(now.getTime())
    const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
    const url = new URL(address)
    url.searchParams.set('timestamp', timestamp)
    url.searchParams.set('sign', sign)
    return { address: url.href, body }
  }
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64')
  return { address, body: { timestamp, sign, ...body } }
}
