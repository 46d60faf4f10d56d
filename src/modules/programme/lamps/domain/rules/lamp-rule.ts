import type { Rule } from '#kernel/rule.ts'
import type { Lamp } from '../lamp.ts'
import type { Ref } from '../verdict.ts'

/** What a rule of the lamps says: a colour with its reason and the records and agencies that rests on. */
export interface LampSaid {
  lamp: Lamp
  code: string
  text: string
  refs: Ref[]
  saidBy?: readonly string[]
}

export type LampRule<F, S = LampSaid> = Rule<F, S>

/** No ministry prescribes how a county's plan is lit: the rules follow what governments published, the rest is ours. */
export const sources = {
  common: '各地督查通行做法，银川2025年项目调度、宿迁2025年三色督办单均以落后幅度和逾期分色',
  usual: '本软件默认值，可在方案的亮灯规则中修改',
  unknown: '本软件原则：未知不是不合格',
  opening: '本软件原则：期初情况由办公室代填，单位首次报送后以报送为准',
  apart: '本软件原则：报送及时与进度快慢分开看',
  kinds: '指标分类计算规则',
} as const

/** The first edition, and no later one yet. */
export const sinceFirst = { validFrom: '2026-01-01', validTo: null } as const

/** Rows the second edition replaced, and those in their place. */
export const onlyFirst = { validFrom: '2026-01-01', validTo: '2026-11-29' } as const
export const sinceSecond = { validFrom: '2026-11-30', validTo: null } as const

/** Whether a day is judged by the first edition, which laid out courses and sums in another way too. */
export const isOfFirst = (day: string): boolean => day < sinceSecond.validFrom
