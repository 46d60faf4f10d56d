import { defineErrors } from '#kernel/errors.ts'

export const auditingErrors = defineErrors('auditing', {
  notAHead: {
    kind: 'invalid',
    text: () => '这不是完整的审计链头。请照纸上或文件里的写法录入，例如 128:9f3c-20ab-1c4d-77e0-0a1b-5c6d-8e9f-0011。',
  },
  notWritable: {
    kind: 'unavailable',
    text: (p: { folder: string; reason: string }) =>
      `审计链头没有写到 ${p.folder}：${p.reason}。请检查 GUATU_AUDIT_OUT 指定的文件夹，稍后自动重试。`,
  },
  altered: {
    kind: 'conflict',
    text: (p: { divisionCode: string; message: string }) =>
      `审计记录（${p.divisionCode}）与留存的链头不符：${p.message}请保留现场，报告审计管理员。`,
  },
})
