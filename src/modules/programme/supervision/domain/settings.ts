import { z } from 'zod'
import { Every } from './every.ts'
import { Issuing, usualIssuing } from './issuing.ts'
import { type OrderLevel, orderLevelTitles } from './order.ts'
import type { PlanRule } from './plan-words.ts'
import { TimeLimit } from './time-limit.ts'

const days = (label: string, least = 0) => z.int().min(least).max(365).meta({ label, half: true })

const limit = (label: string) => TimeLimit.meta({ label, kind: 'quantity', half: true })

/** How a programme supervises: what calls for a paper, how long each level gives, how papers are numbered and signed. */
export const SupervisionSettings = Issuing.extend({
  supervises: Every.meta({ label: '集中督办', half: true }),
  reports: Every.meta({ label: '通报', half: true }),
  yellowDays: days('黄灯持续多少天提示', 1),
  redDays: days('红灯持续多少天催办', 1),
  staleCycles: z.int().min(1).max(12).meta({ label: '连续多少期未报送提示', half: true }),
  /** Days past due before the next level is proposed. */
  graceDays: days('逾期多少天建议升级'),
  signDays: days('签收时限（工作日）', 1),
  remindDays: days('到期前多少个工作日提醒', 1),
  holdDays: days('暂不处理的期限（天）', 1),
  limits: z
    .object({
      prompt: limit(orderLevelTitles.prompt),
      urge: limit(orderLevelTitles.urge),
      order: limit(orderLevelTitles.order),
      circular: limit(orderLevelTitles.circular),
      interview: limit(orderLevelTitles.interview),
    })
    .meta({ label: '办理时限', help: '自发出次日起算' }),
})
export type SupervisionSettings = z.infer<typeof SupervisionSettings>

/** Where a default comes from: the plan's own words, or the custom of such offices. */
export interface SettingsSource {
  limit: string | null
  supervises: string | null
  reports: string | null
}

interface SettingsFacts {
  divisionName: string
  issuer: string
  limit: PlanRule<TimeLimit> | undefined
  supervises: PlanRule<Every> | undefined
  reports: PlanRule<Every> | undefined
}

const working = (count: number): TimeLimit => ({ days: count, unit: 'workingDay' })

/**
 * What holds until the office decides otherwise. The time of an order and the rounds come from the plan where it names
 * them; the other figures are customary, not prescribed anywhere (三色督办 of several cities), and are meant to be set.
 */
export function defaultSettings(known: SettingsFacts): SupervisionSettings {
  return {
    ...usualIssuing(known.issuer, known.divisionName),
    supervises: known.supervises?.value ?? 'none',
    reports: known.reports?.value ?? 'none',
    yellowDays: 15,
    redDays: 7,
    staleCycles: 2,
    graceDays: 2,
    signDays: 2,
    remindDays: 3,
    holdDays: 30,
    limits: {
      prompt: working(5),
      urge: working(5),
      order: known.limit?.value ?? { days: 15, unit: 'day' },
      circular: working(10),
      interview: working(15),
    },
  }
}

export const limitOf = (settings: SupervisionSettings, level: OrderLevel): TimeLimit => settings.limits[level]
