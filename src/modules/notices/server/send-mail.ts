import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import { findWay } from '#platform/outgoing/find-way.ts'
import { mailText } from '../domain/compose-digest.ts'
import { noticeErrors } from '../domain/errors.ts'
import { beforeAnything, codeOf, type Fault, reasonOf } from './handing-over.ts'
import type { Parcel } from './take-up.ts'

type MailParcel = Extract<Parcel, { channel: 'mail' }>

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Connects to the address that was judged; the certificate is held against the name. */
function transportOf({ server, password }: MailParcel, address: string) {
  const { host, port, security, checksCertificate, user } = server
  return createTransport({
    host: address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { rejectUnauthorized: checksCertificate, ...(isIP(host) === 0 && { servername: host }) },
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
  let transport: ReturnType<typeof transportOf> | undefined
  try {
    const [way] = await findWay(server.host, { inside: true, ownHosts })
    transport = transportOf(parcel, way.address)
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
    return faultOf(error, server.host)
  } finally {
    transport?.close()
  }
}

/** An answer of the server (RFC 5321 4.2) means that it did not take the mail; a line that breaks later means nothing. */
function faultOf(error: unknown, host: string): Fault {
  const code = codeOf(error)
  if (error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number') {
    const answer = code === 'EAUTH' ? reasonOf(code) : `回答代码 ${error.responseCode}`
    return { refusal: noticeErrors.mailRefused({ host, answer }), arrived: 'no' }
  }
  const refusal = noticeErrors.mailUnreachable({ host, reason: reasonOf(code) })
  return { refusal, arrived: beforeAnything(code) ? 'no' : 'unknown' }
}
