import { getSystemErrorName } from 'node:util'
import type { Refusal } from '#kernel/errors.ts'

/** What became of handing a message over: undefined is well; `arrived` is unknown when the line broke in between. */
export interface Fault {
  refusal: Refusal
  arrived: 'no' | 'unknown'
}

const reasons: Record<string, string> = {
  ENOWAY: '这个主机指向本机、保留地址或内部网络，没有发送；确需使用的，请系统管理员列入启动设置 GUATU_OWN_HOSTS',
  ECONNREFUSED: '对方没有监听',
  ENOTFOUND: '找不到这个主机名',
  EAI_AGAIN: '暂时查不到这个主机名',
  EDNS: '找不到这个主机名',
  ESLOWNAME: '查询这个主机名超时，请检查服务器的域名解析设置',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
  ECONNRESET: '连接中断',
  ETIMEDOUT: '超时',
  ECONNECTION: '连接中断',
  ESOCKET: '连接没有建立或加密没有谈成',
  ETLS: '加密没有谈成',
  EAUTH: '登录名或密码不对',
  UND_ERR_CONNECT_TIMEOUT: '超时',
  CERT_HAS_EXPIRED: '对方证书已过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '对方证书是自签的',
  SELF_SIGNED_CERT_IN_CHAIN: '对方证书是自签的',
}

/** The code of a fault of the line, also of one that is wrapped in another; the system's own where there is one. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('errno' in error && typeof error.errno === 'number' && error.errno < 0) return getSystemErrorName(error.errno)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return code === '' && error.cause !== undefined ? codeOf(error.cause) : code
}

/** In words; never the text of the fault itself, which may hold an address with its secret. */
export const reasonOf = (code: string): string => reasons[code] ?? (code === '' ? '连接中断' : `连接中断（${code}）`)

/** Faults of which it is known that nothing had been handed over; a line that breaks later leaves it open. */
export const beforeAnything = (code: string): boolean =>
  /^(?:ENOWAY|ESLOWNAME|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EDNS|EAUTH|ETLS|UND_ERR_CONNECT_TIMEOUT)$/.test(
    code,
  )
