import { z } from 'zod'
import { defineErrors, Refusal } from '#kernel/errors.ts'

/** What the browser itself has to say when the server did not. */
export const refuseWhat = defineErrors('web', {
  unreachable: { kind: 'unavailable', text: () => '连不上服务器。请检查网络，稍后再试一次。' },
  answerUnreadable: { kind: 'unavailable', text: () => '服务器的回答与本页面的版本不符。请刷新页面后再试。' },
  failed: {
    kind: 'unavailable',
    text: (p: { status: number }) => `服务器没有办成这件事（${p.status}）。请稍后再试一次。`,
  },
  signedOut: { kind: 'forbidden', text: () => '登录已失效。请重新登录后继续。' },
  formStale: { kind: 'conflict', text: () => '没有保存：您打开以后，别人已经改过这里。请核对改动，再决定怎么保存。' },
  notCleared: {
    kind: 'unavailable',
    text: () => '已退出，但浏览器没有清除本机暂存的照片。请在浏览器设置里清除本站数据，再把设备交给别人。',
  },
  oneFile: { kind: 'invalid', text: () => '一次只能送一个文件，都没有送。请逐个送入。' },
  cancelled: { kind: 'conflict', text: () => '已取消上传。' },
})

const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    kind: z.enum(['invalid', 'forbidden', 'notFound', 'conflict', 'unavailable']),
    message: z.string(),
    details: z.unknown().optional(),
  }),
})

/** Whether a person has to sign in again; the shell listens for it. */
export const isSignedOut = (problem: unknown): boolean => problem instanceof Refusal && problem.code === 'web.signedOut'

/** Whether the session acts in another mandate than the page was read in. */
export const isOtherMandate = (problem: unknown): boolean =>
  problem instanceof Refusal && problem.code === 'access.otherMandate'

/** Whether the line, the session or the moment refused it and not the house: the same may be sent again. */
export const isLost = (problem: unknown): boolean =>
  isSignedOut(problem) || (problem instanceof Refusal && problem.kind === 'unavailable')

/** Whether a form was changed meanwhile, as the server says or as the page found before asking. */
export const isStale = (problem: unknown): problem is Refusal =>
  problem instanceof Refusal && /^(?:web|access)\.formStale$/.test(problem.code)

/** Turns an answer that is not 2xx into the refusal it carries; 401 always means signing in again. */
export function parseRefusal(status: number, body: unknown): Refusal {
  if (status === 401) return refuseWhat.signedOut({})
  const parsed = ErrorBody.safeParse(body)
  if (!parsed.success) return refuseWhat.failed({ status })
  const { kind, code, message, details } = parsed.data.error
  return new Refusal(kind, code, message, details)
}
