import { createTransport } from 'nodemailer'
import { mailText } from '../domain/compose-digest.ts'
import { noticeErrors } from '../domain/errors.ts'
import { beforeAnything, codeOf, type Fault, reasonOf } from './handing-over.ts'
import type { Parcel } from './take-up.ts'

type MailParcel = Extract<Parcel, { channel: 'mail' }>

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

function transportOf({ server, password }: MailParcel) {
  const { host, port, security, checksCertificate, user } = server
  return createTransport({
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
export async function sendMail(parcel: MailParcel): Promise<Fault | undefined> {
  const { deliveryId, message, server, to } = parcel
  const transport = transportOf(parcel)
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
    return faultOf(error, server.host)
  } finally {
    transport.close()
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
