import { defineErrors, type Refusal } from '#kernel/errors.ts'

/** What goes wrong below every operation and is no fault of the program: each with what to do. Nothing was kept. */
export const faultErrors = defineErrors('system', {
  outOfRange: {
    kind: 'invalid',
    text: () => '提交的数字或日期超出能保存的范围，没有保存。请核对数字和日期后重新提交。',
  },
  already: { kind: 'conflict', text: () => '同样的内容刚刚已由他人或另一次点击保存，没有重复保存。请刷新页面查看。' },
  inUse: { kind: 'conflict', text: () => '所引用的内容刚刚被他人改动或删除，没有保存。请刷新页面后重试。' },
  crossed: { kind: 'conflict', text: () => '有人正在办理同一事项，这一次没有保存。请稍候刷新页面后重试。' },
  diskFull: {
    kind: 'unavailable',
    text: () => '服务器的磁盘已满，没有保存任何内容。请联系系统管理员清理磁盘后重试。',
  },
  readOnly: {
    kind: 'unavailable',
    text: () => '服务器的数据目录不能写入，没有保存任何内容。请联系系统管理员检查目录权限和磁盘。',
  },
  diskBroken: {
    kind: 'unavailable',
    text: () => '服务器的磁盘读写出错，没有保存任何内容。请立即联系系统管理员检查磁盘，并确认手头有校验过的备份。',
  },
  busy: { kind: 'unavailable', text: () => '现在使用的人太多，这一次没有办理。请稍等片刻再试。' },
  databaseLost: {
    kind: 'unavailable',
    text: () => '数据库连接中断，没有保存任何内容。请稍后重试；仍不行请联系系统管理员。',
  },
})

/**
 * By SQLSTATE (PostgreSQL, appendix A) and by the codes of the operating system; the first that fits. No permission
 * (EACCES, EPERM) is not among them: it is said by who knows that the place is one of the data, else it is a fault of ours.
 */
const sentences: readonly (readonly [RegExp, () => Refusal])[] = [
  // Data exceptions of values alone; a division by zero or a broken pattern would be a fault of ours.
  [/^22(003|007|008|P02|P03|P05|021)$/, () => faultErrors.outOfRange({})],
  [/^23505$/, () => faultErrors.already({})],
  [/^23503$/, () => faultErrors.inUse({})],
  [/^(40001|40P01|55P03)$/, () => faultErrors.crossed({})],
  [/^(53100|ENOSPC|EDQUOT)$/, () => faultErrors.diskFull({})],
  [/^(25006|EROFS)$/, () => faultErrors.readOnly({})],
  [/^(58030|XX00[12]|EIO)$/, () => faultErrors.diskBroken({})],
  [/^(53[234]00|57014|EMFILE|ENFILE|ENOMEM|EAGAIN)$/, () => faultErrors.busy({})],
  [/^(08...|25P03|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE)$/, () => faultErrors.databaseLost({})],
]

/** What the driver says without a code when its connection broke off under a query. */
const brokenOff =
  /^(Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end)/

/** A folder of the data may not be written; the fault itself where it is another. */
export const readOnlyFolder = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(String(error.code))
    ? faultErrors.readOnly({})
    : error

/** The sentence for a fault of the database, the disk or the machine; undefined when it is one of the program. */
export function sentenceOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined
  if (brokenOff.test(error.message)) return faultErrors.databaseLost({})
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return sentences.find(([fits]) => fits.test(code))?.[1]() ?? sentenceOf(error.cause)
}
