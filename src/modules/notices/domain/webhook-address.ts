import type { RobotKind } from './channel.ts'

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

/**
 * Why an address cannot be a robot's webhook; null when it can. Only https leaves the house; plain http is for a trial
 * on the machine itself. Hosts are not listed: 政务 editions of all three are installed under names of their own.
 */
export function webhookFault(address: string, { onLoopback }: { onLoopback: boolean }): string | null {
  if (!URL.canParse(address)) return '地址不完整，请从群机器人的设置页整段复制'
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return '地址中不能带用户名和密码'
  if (isLoopback(hostname)) return onLoopback ? null : '地址不能指向本机'
  return protocol === 'https:' ? null : '地址应以 https:// 开头'
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
