import { minuteOf } from '#kernel/moment.ts'
import { type Backup, sizeText } from './backup.ts'
import type { Check, CheckLevel } from './check.ts'
import { listConfidential } from './confidential.ts'

/** Verdicts of the check-up over plain figures; limits are ours, generous enough to leave a day for acting. */

const hour = 3_600_000
const check =
  (code: string, title: string) =>
  (level: CheckLevel, sentence: string): Check => ({ code, title, level, sentence })

/** @param free bytes free on the disk of the data folder; `needed` what one more backup takes */
export function judgeDisk({ free, total, needed }: { free: number; total: number; needed: number }): Check {
  const say = check('disk', '磁盘空间')
  const left = `剩余 ${sizeText(free)}（共 ${sizeText(total)}）`
  if (free < needed) return say('bad', `${left}，已不够写一份备份。请立即清理磁盘或移走旧备份。`)
  if (free < 500e6) return say('bad', `${left}，就快满了，满了即暂停保存。请立即清理磁盘或移走旧备份。`)
  if (free < Math.max(2e9, 5 * needed, total * 0.05)) return say('warning', `${left}，偏少。请安排清理或扩容。`)
  return say('good', `${left}。`)
}

/** @param lastEntryAt moment of the newest entry in the audit trail */
export function judgeClock(now: Date, lastEntryAt: Date | null): Check {
  const say = check('clock', '系统时间')
  const shown = minuteOf(now)
  if (now.getUTCFullYear() < 2025) return say('bad', `现在显示为 ${shown}，明显不对。请先校准服务器时间再使用。`)
  if (lastEntryAt && now.getTime() < lastEntryAt.getTime() - 5 * 60_000)
    return say('bad', `服务器时间早于最后一条审计记录（${minuteOf(lastEntryAt)}），时间可能被调回。请校准后再使用。`)
  return say('good', `${shown}，晚于最后一条审计记录。`)
}

export function judgeBackups(backups: readonly Backup[], now: Date): Check {
  const say = check('backup', '备份')
  const [newest] = backups
  const good = backups.find(({ failure }) => failure === null)
  if (!good)
    return say(
      'bad',
      newest ? `最近一次备份失败：${newest.failure ?? ''}` : '还没有备份。请在“备份”页立即备份，或执行 guatu backup。',
    )
  const hours = Math.floor((now.getTime() - good.madeAt.getTime()) / hour)
  const age = `最近一份好的备份 ${good.name} 写于${hours < 1 ? '不到 1 小时前' : ` ${hours} 小时前`}，${sizeText(good.bytes)}`
  if (good.damaged > 0) return say('warning', `${age}，其中 ${good.damaged} 个文件早已损坏，请按“文件”一项处理。`)
  if (good.leftOut.includes('account'))
    return say(
      'warning',
      `${age}，没有加密，因此不含${listConfidential(good.leftOut)}。请安全管理员在“备份密钥”页生成密钥，之后的备份即完整。`,
    )
  if (newest?.failure) return say('warning', `${age}；之后的一次失败：${newest.failure}`)
  if (hours > 7 * 24) return say('bad', `${age}，超过一周。请立即备份，并查明每日备份为什么没有进行。`)
  return hours > 26 ? say('warning', `${age}。请查明每日备份为什么没有进行。`) : say('good', `${age}，已校验。`)
}

/** @param stuck jobs that failed for good; `late` jobs due for more than an hour */
export function judgeJobs({ stuck, late }: { stuck: number; late: number }): Check {
  const say = check('jobs', '后台工作')
  if (stuck > 0) return say('warning', `${stuck} 项工作多次失败后停下。请在“后台工作”页查看原因并重试。`)
  if (late > 0) return say('warning', `${late} 项工作到期一小时仍未办。服务器没有运行或来不及，请查看。`)
  return say('good', '没有积压。')
}

const some = (names: readonly string[]): string =>
  names
    .slice(0, 3)
    .map((name) => name.slice(0, 12))
    .join('、')

/** @param missing and `damaged` names of files in question, `looked` how many were looked at */
export function judgeFiles(seen: { referenced: number; looked: number; missing: string[]; damaged: string[] }): Check {
  const say = check('files', '文件')
  const { referenced, looked, missing, damaged } = seen
  if (missing.length > 0)
    return say('bad', `${missing.length} 个文件不在数据文件夹中（${some(missing)}…）。请从备份恢复 files 文件夹。`)
  if (damaged.length > 0)
    return say('bad', `${damaged.length} 个文件内容已损坏（${some(damaged)}…）。请从备份取回原件。`)
  const part =
    looked < referenced ? `，抽查 ${looked} 个内容无误；执行 guatu doctor --all 可全部核对` : '，内容全部核对无误'
  return say('good', referenced === 0 ? '还没有文件。' : `${referenced} 个文件都在${part}。`)
}

/** @param held bytes of the county that holds most, null where none holds any; `limit` what one may hold */
export function judgeQuota(held: { divisionCode: string; bytes: number } | null, limit: number): Check {
  const say = check('quota', '文件额度')
  if (!held) return say('good', `还没有文件，上限 ${sizeText(limit)}。`)
  const { divisionCode, bytes } = held
  const used = `${divisionCode} 已存 ${sizeText(bytes)}，上限 ${sizeText(limit)}`
  const raise = `如磁盘有余，请用 GUATU_FILES_GB 调高上限后重新启动。`
  if (bytes > limit * 0.95) return say('bad', `${used}，就要收不下新的文件。${raise}`)
  return bytes > limit * 0.8 ? say('warning', `${used}，已用去八成。${raise}`) : say('good', `${used}。`)
}
