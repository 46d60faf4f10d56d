import type { RobotKind } from './channel.ts'

/**
 * Why an address cannot be a robot's webhook; null when it can. Only https leaves the house; plain http is for hosts
 * the operator named. Others are not listed: 政务 editions of all three are installed under names of their own.
 * @param judge what is to be said of the host: named by the operator, open to all, or leading into the house
 */
export function webhookFault(address: string, judge: (host: string) => 'own' | 'open' | 'refused'): string | null {
  if (!URL.canParse(address)) return '地址不完整，请从群机器人的设置页整段复制'
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return '地址中不能带用户名和密码'
  const host = judge(hostname)
  if (host === 'refused') return '地址不能指向本机或内部网络；自建的网关请系统管理员列入启动设置 GUATU_OWN_HOSTS'
  return protocol === 'https:' || (protocol === 'http:' && host === 'own') ? null : '地址应以 https:// 开头'
}

const secretParts: Record<RobotKind, (address: URL) => string> = {
  dingtalk: (address) => address.searchParams.get('access_token') ?? '',
  wecom: (address) => address.searchParams.get('key') ?? '',
  feishu: (address) => address.pathname.split('/').at(-1) ?? '',
}

/** `oapi.dingtalk.com …3f2a`: enough to recognise a robot by, not enough to use it. */
export function shownAddress(kind: RobotKind, address: string): string {
  const url = new URL(address)
  const secret = secretParts[kind](url)
  return `${url.host} …${secret.length >= 12 ? secret.slice(-4) : ''}`
}
