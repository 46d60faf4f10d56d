import type { FastifyBaseLogger } from 'fastify'
import { ZodError } from 'zod'
import { Refusal, type RefusalKind } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { accessErrors } from '#platform/operation/refusals.ts'

export interface ErrorAnswer {
  status: number
  body: { error: { code: string; kind: RefusalKind; message: string; details?: unknown } }
}

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  unavailable: 503,
}

/** Refusals with a status of their own: a form saved without a version (RFC 6585 §3), or with a stale one (RFC 9110 §13.1.1). */
const statusOfCode: Readonly<Record<string, number>> = {
  [accessErrors.formNotOpened({}).code]: 428,
  [accessErrors.formStale({}).code]: 412,
}

/** The one refusal a page answers by itself: it leads to signing in. */
const signedOut = accessErrors.notSignedIn({}).code

/** Turns whatever was thrown into what the caller may know; a fault of ours becomes a number to quote, nothing more. */
export function answerError(error: unknown, log: FastifyBaseLogger): ErrorAnswer {
  if (error instanceof Refusal) {
    const { code, kind, message, details } = error
    const status = code === signedOut ? 401 : (statusOfCode[code] ?? statusOf[kind])
    return { status, body: { error: { code, kind, message, details } } }
  }
  if (error instanceof ZodError) return { status: 400, body: { error: describeIssues(error) } }
  const framework = frameworkError(error)
  if (framework) return framework
  const id = newId().slice(-12)
  log.error({ err: error, faultId: id }, 'operation failed')
  const message = `系统出错，没有保存任何内容。请稍后重试；仍不行请把编号 ${id} 告诉系统管理员。`
  return { status: 500, body: { error: { code: 'system.fault', kind: 'unavailable', message } } }
}

function describeIssues(error: ZodError): ErrorAnswer['body']['error'] {
  const details = error.issues.map((issue) => ({ path: issue.path.map(String), message: issue.message }))
  const first = details[0]
  const where = first && first.path.length > 0 ? `（${first.path.join('.')}）` : ''
  return {
    code: 'system.invalidInput',
    kind: 'invalid',
    message: `提交的内容不符合要求：${first?.message ?? ''}${where}`,
    details,
  }
}

function frameworkError(error: unknown): ErrorAnswer | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined
  if (error.statusCode === 413) {
    const message = '文件超过 50 MB，没有上传。请压缩图片或拆成几个文件后再上传。'
    return { status: 413, body: { error: { code: 'system.tooLarge', kind: 'invalid', message } } }
  }
  if (typeof error.statusCode !== 'number' || error.statusCode >= 500) return undefined
  const message = '请求的格式不对，服务器没有处理。请刷新页面后重试。'
  return { status: error.statusCode, body: { error: { code: 'system.badRequest', kind: 'invalid', message } } }
}
