import { defineErrors } from '#kernel/errors.ts'

/** Who stands in the way, with what. */
interface Conflict {
  name: string
  username: string
  role: string
}

export const accountErrors = defineErrors('accounts', {
  wrongPassword: {
    kind: 'forbidden',
    text: (p: { left: number; minutes: number }) =>
      p.left > 0
        ? `用户名或密码不对，还可以试 ${p.left} 次。忘记密码请找安全管理员重置。`
        : `用户名或密码不对，账号已锁定 ${p.minutes} 分钟。`,
  },
  locked: {
    kind: 'forbidden',
    text: (p: { minutes: number }) => `连续输错多次，账号已锁定，请 ${p.minutes} 分钟后再试，或找安全管理员解锁。`,
  },
  disabled: { kind: 'forbidden', text: (p: { reason: string }) => `账号已停用（${p.reason}）。请联系安全管理员。` },
  addressLocked: {
    kind: 'forbidden',
    text: (p: { minutes: number }) =>
      `从您这个网络地址连续输错的次数太多，请 ${p.minutes} 分钟后再试。急用请联系系统管理员，三员不受此限。`,
  },
  sampleClosed: {
    kind: 'forbidden',
    text: () =>
      '示例账号没有打开。只是试用的，请用 npm start 在本机启动，或设 GUATU_SAMPLE_ACCOUNTS=1 后重新启动；正式使用请用自己的账号。',
  },
  weakPassword: { kind: 'invalid', text: (p: { reasons: string[] }) => `新密码不符合要求：${p.reasons.join('；')}。` },
  oldPasswordWrong: {
    kind: 'forbidden',
    text: (p: { left: number; minutes: number }) =>
      p.left > 0
        ? `原密码不对，没有修改，还可以试 ${p.left} 次。请重新输入。`
        : `原密码不对，没有修改，账号已锁定 ${p.minutes} 分钟。`,
  },
  usernameTaken: {
    kind: 'conflict',
    text: (p: { username: string | null }) =>
      `${p.username === null ? '这个用户名' : `用户名“${p.username}”`}已有人使用，请换一个。`,
  },
  passwordInUse: {
    kind: 'conflict',
    text: (p: { name: string }) =>
      `${p.name}的账号已经授权，首次密码不能再发。本人没有收到或忘记密码的，请由安全管理员重置。`,
  },
  userNotFound: { kind: 'notFound', text: () => '没有这个账号，可能已被删除。请刷新列表。' },
  agencyNotFound: { kind: 'invalid', text: () => '所选单位不在单位名录中，请重新选择。' },
  agencyRequired: { kind: 'invalid', text: (p: { role: string }) => `${p.role}须属于一个单位，请选择所在单位。` },
  notOnSelf: { kind: 'conflict', text: () => '不能这样处理自己的账号，请由另一位管理员操作。' },
  notAuthorised: { kind: 'forbidden', text: () => '账号尚待授权，还不能使用。请联系安全管理员确认后再登录。' },
  grantNotFound: { kind: 'notFound', text: () => '没有这项授权申请，可能已被新的申请替代。请刷新后再看。' },
  ownGrant: { kind: 'conflict', text: () => '不能给自己的账号或自己提出的申请授权，请由另一位安全管理员确认。' },
  twoAdministrations: {
    kind: 'conflict',
    text: (p: Conflict) =>
      `${p.name}已是${p.role}（账号 ${p.username}），三员不能由一人兼任。确是同名不同人的，请先在姓名后注明加以区别。`,
  },
  mixedDuties: {
    kind: 'conflict',
    text: (p: Conflict) =>
      `${p.name}已是${p.role}（账号 ${p.username}），三员不能兼办本县业务。请改由他人担任，或先结束原有身份；确是同名不同人的，请先在姓名后注明加以区别。`,
  },
  mandateNotFound: { kind: 'notFound', text: () => '没有这个身份，可能已经结束。请刷新后再看。' },
  noMandate: { kind: 'forbidden', text: () => '账号的身份都已结束，不能使用。仍需使用的，请联系系统管理员重新申请。' },
  alreadyHeld: {
    kind: 'conflict',
    text: (p: { title: string | null }) =>
      `此人已${p.title === null ? '有这个身份' : `是${p.title}`}，不用重复办理。请刷新后再看。`,
  },
  partyOfAnother: {
    kind: 'invalid',
    text: (p: { role: string; kind: string }) => `${p.role}代表的是${p.kind}，不能选单位。请在${p.kind}的页面上办理。`,
  },
  codeRequired: { kind: 'forbidden', text: () => '这个账号启用了动态口令，请输入 6 位动态口令或恢复码。' },
  wrongCode: {
    kind: 'forbidden',
    text: () => '动态口令不对或已经用过。请等手机上的口令更新后再输入，并核对手机时间是否准确。',
  },
  secondFactorOn: { kind: 'conflict', text: () => '动态口令已经启用。要换手机，请先停用再重新启用。' },
  secondFactorOff: { kind: 'conflict', text: () => '动态口令没有启用，请先按页面提示启用。' },
  secondFactorNeeded: {
    kind: 'conflict',
    text: () => '本县规定三员登录须用动态口令，不能停用。换手机请由安全管理员解除后重新启用。',
  },
})
