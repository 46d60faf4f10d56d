import { z } from 'zod'
import { mondayOf } from '#kernel/day.ts'

/** How many daily, weekly and monthly backups are kept. */
export const Retention = z.object({
  daily: z.int().min(2).max(90).meta({ label: '保留最近几天的每日备份' }),
  weekly: z.int().min(0).max(52).meta({ label: '再保留几周，每周一份' }),
  monthly: z.int().min(0).max(120).meta({ label: '再保留几个月，每月一份' }),
})
export type Retention = z.infer<typeof Retention>

export const firstRetention: Retention = { daily: 7, weekly: 4, monthly: 12 }

interface Dated {
  name: string
  /** The day it was made, `2026-11-22`. */
  madeOn: string
}

/** The newest of each of the latest `count` days, weeks or months that have one. */
function newestOfEach(files: readonly Dated[], spanOf: (day: string) => string, count: number): Dated[] {
  const newest = new Map<string, Dated>()
  for (const file of files) {
    const span = spanOf(file.madeOn)
    const held = newest.get(span)
    if (!held || `${file.madeOn} ${file.name}` > `${held.madeOn} ${held.name}`) newest.set(span, file)
  }
  const spans = [...newest.keys()].sort().reverse().slice(0, count)
  return spans.flatMap((span) => newest.get(span) ?? [])
}

/**
 * Which backups may go: those that are neither the newest of one of the last days, nor of one of the last weeks, nor of
 * one of the last months. The newest of all always stays.
 */
export function listSuperfluous<F extends Dated>(files: readonly F[], retention: Retention): F[] {
  const kept = new Set([
    ...newestOfEach(files, (day) => day, Math.max(1, retention.daily)),
    ...newestOfEach(files, mondayOf, retention.weekly),
    ...newestOfEach(files, (day) => day.slice(0, 7), retention.monthly),
  ])
  return files.filter((file) => !kept.has(file))
}
