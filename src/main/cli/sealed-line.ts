import type { Backup } from '#modules/office/maintenance/domain/backup.ts'
import { listConfidential } from '#modules/office/maintenance/domain/confidential.ts'

type Contents = Pick<Backup, 'recipients' | 'leftOut' | 'signerId'>

/** Whether a backup is sealed, to whom, and what is therefore not in it. */
export function contentsLine({ recipients, leftOut, signerId }: Contents, isRead: boolean): string {
  if (signerId === null) return '没有加密，含账号和密钥，须与正式数据同样保管。\n'
  if (recipients.length === 0) return `没有加密，不含${listConfidential(leftOut)}。\n`
  const read = isRead ? '内容已打开并核对' : '内容没有打开（打开须用 --identity 私钥文件）'
  return `已加密给公钥 ${recipients.join('、')}，${read}；不含${listConfidential(leftOut)}。\n`
}
