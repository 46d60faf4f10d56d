import { type NoticeKind, noticeKindTitles } from './notice.ts'

export interface DigestItem {
  kind: NoticeKind
  title: string
  text: string
  link: string
}

export interface Message {
  subject: string
  /** One block for each notice, most urgent kinds first. */
  blocks: readonly { title: string; text: string; address: string | null }[]
  /** A closing line: where the rest is. */
  closing: string
}

const inOrder: readonly NoticeKind[] = [
  'orderEscalated', 'orderIssued', 'statementReturned', 'orderDue', 'meetingCalled', 'decisionAssigned',
  'statementDue', 'lampWorse', 'statementSigned', 'programmeIssued', 'system',
] // biome-ignore format: a list

function subjectOf(items: readonly DigestItem[]): string {
  const [first] = items
  if (items.length === 1 && first) return `【挂图】${noticeKindTitles[first.kind]}：${first.title}`
  const counts = inOrder.flatMap((kind) => {
    const n = items.filter((item) => item.kind === kind).length
    return n > 0 ? [`${noticeKindTitles[kind]} ${n} 条`] : []
  })
  return `【挂图】${items.length} 条消息：${counts.join('、')}`
}

/**
 * Several notices as one message.
 * @param publicAddress where the program is opened; without it a message has no links
 */
export function composeDigest(items: readonly DigestItem[], publicAddress: string | null): Message {
  const sorted = items.toSorted((a, b) => inOrder.indexOf(a.kind) - inOrder.indexOf(b.kind))
  const base = publicAddress?.replace(/\/+$/, '') ?? null
  return {
    subject: subjectOf(sorted),
    blocks: sorted.map(({ kind, title, text, link }) => ({
      title: `${noticeKindTitles[kind]}：${title}`,
      text,
      address: base === null ? null : `${base}${link}`,
    })),
    closing: base === null ? '请登录挂图办理。' : `请登录挂图办理：${base}/notices`,
  }
}

/** The message as the text of a mail. */
export const mailText = ({ blocks, closing }: Message): string =>
  [...blocks.map(({ title, text, address }) => [title, text, address].filter(Boolean).join('\n')), closing].join('\n\n')
