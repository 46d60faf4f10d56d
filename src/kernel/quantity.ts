import { type Dimension, UNIT_TABLE } from './units.data.ts'

export type { Dimension } from './units.data.ts'

/** A unit as written, taken apart: 万户 is 1e4 × 家, 亿元 is 1e8 × 元. */
export interface Unit {
  written: string
  /** Normal form: 户 and 家 are one, 名 and 人, all money is 元, all land 亩 is kept apart from 平方米. */
  normal: string
  scale: number
  dimension: Dimension
}

export interface Quantity {
  unit: string
  value: number
  valueMax: number | null
}

const SCALES: Readonly<Record<string, number>> = {
  万亿: 1e12,
  亿: 1e8,
  百万: 1e6,
  千万: 1e7,
  万: 1e4,
  千: 1e3,
  百: 100,
}
const byName = new Map(UNIT_TABLE.flatMap((row) => row.names.map((name) => [name, row] as const)))
/** 人(个), 项(个): either unit, counted together; a unit of its own. */
const EITHER = /^([^()]+)\([^()]{1,2}\)$/
const SCALED = /^(万亿|百万|千万|[亿万千百])(.+)$/

/** Every unit name without its scale word, longest first: what a scanner tries after a numeral. */
export const UNIT_NAMES: readonly string[] = [...byName.keys()].sort((a, b) => b.length - a.length)

/** Takes a written unit apart; undefined when it is no unit of the table. */
export function findUnit(written: string): Unit | undefined {
  const row = byName.get(written)
  if (row) return { written, normal: row.normal, scale: row.scale ?? 1, dimension: row.dimension }
  const either = EITHER.exec(written)
  const one = either ? findUnit(either[1] ?? '') : undefined
  if (one) return { ...one, written, normal: written }
  const scaled = SCALED.exec(written)
  const plain = scaled ? byName.get(scaled[2] ?? '') : undefined
  if (!scaled || !plain) return undefined
  const scale = (SCALES[scaled[1] ?? ''] ?? 1) * (plain.scale ?? 1)
  return { written, normal: plain.normal, scale, dimension: plain.dimension }
}

const scaled = (value: number, scale: number): number => Number((value * scale).toPrecision(15))

/** The quantity in the normal form of its unit: 0.15 亿元 → 15 000 000 元. Null when the unit is unknown. */
export function toNormal(value: number, valueMax: number | null, written: string): Quantity | null {
  const unit = findUnit(written)
  if (!unit) return null
  return {
    unit: unit.normal,
    value: scaled(value, unit.scale),
    valueMax: valueMax === null ? null : scaled(valueMax, unit.scale),
  }
}
