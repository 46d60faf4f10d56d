import type { FastifyBaseLogger } from 'fastify'
import { Refusal, type RefusalKind } from '#kernel/errors.ts'
import { ownFaults } from '#platform/fault/fault-log.ts'
import { sentenceOf } from '#platform/operation/fault-sentences.ts'
import { accessErrors } from '#platform/operation/refusals.ts'

export interface ErrorAnswer {
  status: number
  body: { error: { code: string; kind: RefusalKind; message: string; details?: unknown } }
}

/** Answers a program can act upon by their status alone. */
const statusOfCode: Record<string, number> = {
  [accessErrors.notSignedIn({}).code]: 401,
  // RFC 6585 §3 and RFC 9110 §13.1.1
  [accessErrors.formNotOpened({}).code]: 428,
  [accessErrors.formStale({}).code]: 412,
  [accessErrors.tooFast({}).code]: 429,
  [accessErrors.tooManyUploads({}).code]: 429,
}

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  unavailable: 503,
}

/** Turns whatever was thrown into what the caller may know; a fault of ours becomes a number to quote, nothing more. */
export function answerError(error: unknown, log: FastifyBaseLogger): ErrorAnswer {
  if (error instanceof Refusal) return answerRefusal(error)
  const framework = frameworkError(error)
  if (framework) return framework
  const told = sentenceOf(error)
  if (told) {
    const { isNew, suppressed } = ownFaults.admit(error)
    if (isNew) log.warn({ code: told.code, suppressed }, 'refused by database or machine')
    return answerRefusal(told)
  }
  const { id, isNew, suppressed } = ownFaults.admit(error)
  if (isNew) log.error({ err: error, faultId: id, suppressed })
  const message = `系统出错，没有保存任何内容。请稍后重试；仍不行请把编号 ${id} 告诉系统管理员。`
  return { status: 500, body: { error: { code: 'system.fault', kind: 'unavailable', message } } }
}

function answerRefusal({ code, kind, message, details }: Refusal): ErrorAnswer {
  return { status: statusOfCode[code] ?? statusOf[kind], body: { error: { code, kind, message, details } } }
}

function frameworkError(error: unknown): ErrorAnswer | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined
  if (error.statusCode === 413) {
    const message =
      '内容太大，没有收下：文件不超过 50 MB，表格里填的文字要短得多。请压缩图片、拆成几个文件或删减后再试。'
    return { status: 413, body: { error: { code: 'system.tooLarge', kind: 'invalid', message } } }
  }
  if (typeof error.statusCode !== 'number' || error.statusCode >= 500) return undefined
  const message = '请求的格式不对，服务器没有处理。请刷新页面后重试。'
  return { status: error.statusCode, body: { error: { code: 'system.badRequest', kind: 'invalid', message } } }
}
