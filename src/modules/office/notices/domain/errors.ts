import { defineErrors } from '#kernel/errors.ts'

export const noticeErrors = defineErrors('notices', {
  noticeNotFound: { kind: 'notFound', text: () => '没有这条消息，可能链接有误。请回到消息列表查看。' },
  robotNotFound: { kind: 'notFound', text: () => '没有这个群机器人，可能已被删除。请刷新消息渠道页面。' },
  webhookRefused: { kind: 'invalid', text: (p: { fault: string }) => `群机器人的${p.fault}。请改正后再保存。` },
  addressNeeded: { kind: 'invalid', text: () => '请粘贴群机器人的 Webhook 地址。' },
  mailAddressNeeded: { kind: 'invalid', text: () => '选择了邮件，还没有填写邮箱。请填写邮箱后再保存。' },
  passwordAnew: {
    kind: 'invalid',
    text: (p: { host: string }) =>
      `改动了服务器、端口、加密方式、证书核对或登录名，原来的密码不会发往 ${p.host}。请重新填写密码后再保存。`,
  },
  secretAnew: {
    kind: 'invalid',
    text: () => '更换了平台或 Webhook 地址，原来的加签密钥不再使用。请重新填写密钥；不用加签的，请清除密钥后再保存。',
  },
  kindAnew: { kind: 'invalid', text: () => '更换了平台，原来的 Webhook 地址不再适用。请粘贴新平台的地址后再保存。' },
  mailHostRefused: {
    kind: 'invalid',
    text: (p: { host: string }) =>
      `邮件服务器 ${p.host} 不是主机名，或指向本机、保留地址。请填写邮件服务器的主机名；确在本机的，请系统管理员列入启动设置 GUATU_OWN_HOSTS。`,
  },
  mailNotSet: { kind: 'conflict', text: () => '还没有设置邮件服务器，不能试发。请先填写并保存邮件设置。' },
  mailRefused: {
    kind: 'unavailable',
    text: (p: { host: string; answer: string }) =>
      `邮件服务器 ${p.host} 没有接收：${p.answer}。请核对邮件设置和收件地址。`,
  },
  mailUnreachable: {
    kind: 'unavailable',
    text: (p: { host: string; reason: string }) =>
      `连接不上邮件服务器 ${p.host}：${p.reason}。请核对地址、端口和加密方式，并检查网络。`,
  },
  robotRefused: {
    kind: 'unavailable',
    text: (p: { platform: string; answer: string }) =>
      `${p.platform}没有接收：${p.answer}。请核对群机器人的地址、密钥和安全设置。`,
  },
  robotUnreachable: {
    kind: 'unavailable',
    text: (p: { platform: string; reason: string }) => `连接不上${p.platform}：${p.reason}。请检查服务器能否访问外网。`,
  },
  jobNotFound: { kind: 'notFound', text: () => '没有这项失败的任务，可能已经办成。请刷新列表。' },
})
