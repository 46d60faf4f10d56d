import { defineErrors } from '#kernel/errors.ts'

export const maintenanceErrors = defineErrors('maintenance', {
  backupNotFound: { kind: 'notFound', text: () => '没有这份备份，可能已按保留规则清理。请刷新列表。' },
  wrongRecipient: { kind: 'invalid', text: () => '公钥的校验位不对，可能抄漏或抄错。请重新生成，或从公钥文件复制。' },
  backupUnderWay: { kind: 'conflict', text: () => '一次备份正在进行，请等它完成。' },
})
