/** A figure the office took over from outside (统计公报、登记系统). */
export interface OutsideFact {
  targetId: string
  value: number
  on: string
  from: string
  /** What the office stated of how things stood when the programme began to run here (期初情况). */
  isOpening?: boolean
}
