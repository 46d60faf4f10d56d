import { defineErrors } from '#kernel/errors.ts'

export const accessErrors = defineErrors('access', {
  notSignedIn: { kind: 'forbidden', text: () => '尚未登录或登录已过期，请重新登录。' },
  notAllowed: {
    kind: 'forbidden',
    text: (p: { title: string; role: string }) =>
      `您的角色（${p.role}）不能“${p.title}”。确有需要，请联系系统管理员调整角色。`,
  },
  passwordDue: { kind: 'forbidden', text: () => '请先修改密码，再使用其他功能。' },
  secondFactorDue: { kind: 'forbidden', text: () => '请先启用动态口令，再使用其他功能。' },
  otherMandate: {
    kind: 'conflict',
    text: () => '没有办理：您已在别的窗口切换了身份。页面按现在的身份重新读取，请核对身份后再办。',
  },
  foreignOrigin: { kind: 'forbidden', text: () => '请求来自其他网站，已拒绝。请从本系统的页面操作。' },
  formNotOpened: { kind: 'invalid', text: () => '没有保存：不知道您是照哪一版修改的。请刷新页面后再保存。' },
  formStale: {
    kind: 'conflict',
    text: () => '没有保存：您打开以后，别人已经改过这里。请核对改动，再决定用最新内容重填还是仍按您填的保存。',
  },
  tooMany: { kind: 'unavailable', text: () => '现在同时操作的人太多，没有轮到，什么也没有保存。请过一分钟再试。' },
  tooFast: {
    kind: 'unavailable',
    text: () => '请求太密，已暂停处理。请过一分钟再试；不是您本人的操作，请告诉系统管理员。',
  },
  tooManyUploads: { kind: 'unavailable', text: () => '同时上传的文件太多，这一份没有收下。请等前面的传完后再传。' },
  emptyFile: { kind: 'invalid', text: () => '文件是空的，没有内容。请打开核对，重新选择文件后再试。' },
  noSuchRoute: { kind: 'notFound', text: (p: { path: string }) => `没有 ${p.path} 这个地址，请检查链接。` },
})
