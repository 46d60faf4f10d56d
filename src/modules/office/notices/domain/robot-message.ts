import { fitItems } from '#kernel/fit-items.ts'
import type { RobotKind } from './channel.ts'
import type { Message } from './compose-digest.ts'

/** Bytes a platform takes in one message, by its documentation of custom robots, less a margin for the frame around it. */
const room: Record<RobotKind, number> = { dingtalk: 18_000, wecom: 4_000, feishu: 18_000 }

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** Signs that would be read as markup become their full-width forms. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[[\]()<>*_`#]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

const blockText = ({ title, text, address }: Message['blocks'][number]): string =>
  [`**${plain(title)}**`, plain(text), address && `[打开](${address})`].filter(Boolean).join('\n\n')

/** The body a robot takes: markdown for 钉钉 and 企业微信, a card with markdown for 飞书. */
export function robotBody(kind: RobotKind, message: Message, mayRepeat: boolean): Record<string, unknown> {
  const { subject } = message
  const repeat = mayRepeat ? ['（补发，可能与前一条重复）'] : []
  const head = kind === 'feishu' ? [] : [`### ${plain(subject)}`]
  const rest = [...head, ...repeat, message.closing]
  const blocks = fitItems(message.blocks.map(blockText), {
    room: room[kind] - bytes(rest.join('\n\n')),
    sizeOf: bytes,
    joint: 2,
    rest: (count) => `另有 ${count} 条未列出。`,
  })
  const text = [...head, ...repeat, ...blocks, message.closing].join('\n\n')
  if (kind === 'dingtalk') return { msgtype: 'markdown', markdown: { title: plain(subject), text } }
  if (kind === 'wecom') return { msgtype: 'markdown', markdown: { content: text } }
  return {
    msg_type: 'interactive',
    card: {
      header: { title: { tag: 'plain_text', content: subject } },
      elements: [{ tag: 'markdown', content: text }],
    },
  }
}
