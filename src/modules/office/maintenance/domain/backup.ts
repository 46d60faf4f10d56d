import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { Confidential } from './confidential.ts'

export const BackupKind = z.enum(['daily', 'manual', 'command'])
export type BackupKind = z.infer<typeof BackupKind>

export const backupKindTitles: Record<BackupKind, string> = { daily: '每日自动', manual: '手动', command: '命令行' }

/** One backup as its folder tells: written beside the archive once that was verified, or when it failed. */
export const Backup = z.object({
  /** Name of the archive in the folder of backups. */
  name: z.string().regex(/^[\w-]+\.zip$/),
  kind: BackupKind,
  madeAt: Moment,
  /** Who asked for it. */
  by: z.string(),
  /** When every byte was read again; null when it failed. */
  verifiedAt: Moment.nullable(),
  bytes: z.int(),
  rows: z.int(),
  files: z.int(),
  /** Kept files whose content no longer fits their hash. */
  damaged: z.int(),
  /** SHA-256 of the archive. */
  sha256: z.string(),
  /** Public keys any one of which opens it; none when it lies open. */
  recipients: z.array(z.string()).default([]),
  /** What lets somebody in and is therefore not in it. */
  leftOut: z.array(Confidential).default([]),
  /** Id of the key that signed it; null in backups of before. */
  signerId: z.string().nullable().default(null),
  /** Why it failed; null when it did not. */
  failure: z.string().nullable(),
})
export type Backup = z.infer<typeof Backup>

/** `guatu-20261122-103005.zip`: the moment on the county's clock. */
export function backupName(now: Date): string {
  const local = new Date(now.getTime() + 8 * 3_600_000).toISOString()
  return `guatu-${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 19).replaceAll(':', '')}.zip`
}

/** `1.2 GB`, `34.0 MB`, `9 KB`. */
export function sizeText(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} KB`
}
