import type { Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import { openLine } from '#platform/outgoing/open-line.ts'
import { mailText } from '../domain/compose-digest.ts'
import { noticeErrors } from '../domain/errors.ts'
import { beforeAnything, codeOf, type Fault, reasonOf } from './handing-over.ts'
import type { Parcel } from './take-up.ts'

type MailParcel = Extract<Parcel, { channel: 'mail' }>

const patience = { greetingTimeout: 10_000, socketTimeout: 30_000 }
/** For one mail in all, from the name of the server to its last word. */
const limit = 90_000

/** Speaks over a line to an address that was judged; the certificate is held against the name. */
function transportOf({ server, password }: MailParcel, connection: Socket) {
  const { host, port, security, checksCertificate, user } = server
  return createTransport({
    connection,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { rejectUnauthorized: checksCertificate },
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Hands a mail to the server. The Message-ID is that of the delivery: sent again, it is the same mail. */
export async function sendMail(
  parcel: MailParcel,
  { ownHosts }: { ownHosts: readonly string[] },
): Promise<Fault | undefined> {
  const { deliveryId, message, server, to } = parcel
  const signal = AbortSignal.timeout(limit)
  let line: Socket
  try {
    line = await openLine({ ...server, signal }, { inside: true, ownHosts })
  } catch (error) {
    return { refusal: unreachable(error, { host: server.host, signal }), arrived: 'no' }
  }
  const transport = transportOf(parcel, line)
  try {
    await transport.sendMail({
      from: { name: server.fromName, address: server.fromAddress },
      to,
      subject: message.subject,
      text: mailText(message),
      messageId: `<${deliveryId}@${server.fromAddress.split('@').at(-1) ?? 'guatu'}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return undefined
  } catch (error) {
    return faultOf(error, { host: server.host, signal })
  } finally {
    transport.close()
    line.destroy()
  }
}

interface Trying {
  host: string
  signal: AbortSignal
}

const unreachable = (error: unknown, { host, signal }: Trying) =>
  noticeErrors.mailUnreachable({ host, reason: reasonOf(signal.aborted ? 'ETIMEDOUT' : codeOf(error)) })

/** An answer of the server (RFC 5321 4.2) means that it did not take the mail; a line that breaks later means nothing. */
function faultOf(error: unknown, { host, signal }: Trying): Fault {
  const code = codeOf(error)
  if (error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number') {
    const answer = code === 'EAUTH' ? reasonOf(code) : `回答代码 ${error.responseCode}`
    return { refusal: noticeErrors.mailRefused({ host, answer }), arrived: 'no' }
  }
  return { refusal: unreachable(error, { host, signal }), arrived: beforeAnything(code) ? 'no' : 'unknown' }
}
