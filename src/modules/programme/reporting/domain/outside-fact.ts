/** A figure the office took over from outside (统计公报、登记系统). */
export interface OutsideFact {
  targetId: string
  value: number
  on: string
  from: string
}
