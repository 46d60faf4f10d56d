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

/** What presses most comes first. */
const rank: Record<NoticeKind, number> = {
  orderEscalated: 0, orderIssued: 1, leaderNote: 2, statementReturned: 3, orderDue: 4, meetingCalled: 5,
  decisionAssigned: 6, statementDue: 7, lampWorse: 8, statementSigned: 9, programmeIssued: 10, system: 11,
} // biome-ignore format: a table

function subjectOf(items: readonly DigestItem[]): string {
  const [first] = items
  if (items.length === 1 && first) return `【挂图】${noticeKindTitles[first.kind]}：${first.title}`
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const counts = kinds.map(
    (kind) => `${noticeKindTitles[kind]} ${items.filter((item) => item.kind === kind).length} 条`,
  )
  return `【挂图】${items.length} 条消息：${counts.join('、')}`
}

/**
 * Several notices as one message.
 * @param publicAddress where the program is opened; without it a message has no links
 */
export function composeDigest(items: readonly DigestItem[], publicAddress: string | null): Message {
  const sorted = items.toSorted((a, b) => rank[a.kind] - rank[b.kind])
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
