import { z } from 'zod'

const share = (label: string) => z.number().min(0).max(1).meta({ label })
const days = (label: string) => z.int().min(0).max(800).meta({ label })

/** The figures of the rules an office may set for its own programme. */
export const Thresholds = z.object({
  yellowRatio: share('黄灯下限（完成与应完成之比，低于此为红灯）'),
  earlyShare: share('起步段（占全程的比例，段内落后只亮黄灯）'),
  nearDays: days('临近期限（天，未完成即黄灯）'),
  graceDays: days('节点逾期宽限（天，期内只亮黄灯）'),
  slackPieces: z.int().min(0).max(100).meta({ label: '按家、人、场计数的，差几个以内只亮黄灯' }),
  growthPoints: z.number().min(0).max(100).meta({ label: '增长率黄灯幅度（个百分点）' }),
  difficultYellow: z.boolean().meta({ label: '报送“有困难”亮黄灯' }),
  aboutShare: share('“左右”允许的偏差'),
  holdsDays: days('数据有效天数'),
  laggedHoldsDays: days('统计类数据有效天数（比率、人均、增长率）'),
  freshDays: days('报送有效天数（没有报送周期时）'),
  flatCycles: z.int().min(2).max(12).meta({ label: '数据不动提醒（连续次数）' }),
  jumpShare: share('末期突增提醒（占累计的比例）'),
  lastMinuteDays: days('末期（距期限天数）'),
  staleEvidenceDays: days('佐证过旧提醒（天）'),
})
export type Thresholds = z.infer<typeof Thresholds>
