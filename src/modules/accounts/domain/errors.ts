import { defineErrors } from '#kernel/errors.ts'

export const accountErrors = defineErrors('accounts', {
  wrongPassword: {
    kind: 'forbidden',
    text: (p: { left: number }) =>
      p.left > 0
        ? `用户名或密码不对，还可以试 ${p.left} 次。忘记密码请找系统管理员重置。`
        : '用户名或密码不对，账号已锁定 30 分钟。',
  },
  locked: {
    kind: 'forbidden',
    text: (p: { minutes: number }) => `密码连续输错 5 次，账号已锁定，请 ${p.minutes} 分钟后再试，或找系统管理员解锁。`,
  },
  disabled: { kind: 'forbidden', text: (p: { reason: string }) => `账号已停用（${p.reason}）。请联系系统管理员。` },
  sampleOffLoopback: {
    kind: 'forbidden',
    text: () => '示例账号只能在本机（127.0.0.1）使用。服务器对外开放时请用正式账号登录。',
  },
  weakPassword: { kind: 'invalid', text: (p: { reasons: string[] }) => `新密码不符合要求：${p.reasons.join('；')}。` },
  oldPasswordWrong: { kind: 'forbidden', text: () => '原密码不对，没有修改。请重新输入。' },
  usernameTaken: { kind: 'conflict', text: (p: { username: string }) => `用户名“${p.username}”已有人使用，请换一个。` },
  userNotFound: { kind: 'notFound', text: () => '没有这个账号，可能已被删除。请刷新列表。' },
  agencyNotFound: { kind: 'invalid', text: () => '所选单位不在单位名录中，请重新选择。' },
  agencyRequired: { kind: 'invalid', text: (p: { role: string }) => `${p.role}须属于一个单位，请选择所在单位。` },
  notOnSelf: { kind: 'conflict', text: () => '不能停用或降级自己的账号，请由另一位系统管理员操作。' },
})
