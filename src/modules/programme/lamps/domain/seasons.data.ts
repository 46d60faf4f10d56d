import type { Course } from './trajectory.ts'

/** How the year of an indicator goes by rule, whatever a county does: what is decided or published at fixed times. */
export interface Season {
  /** How its codes begin. */
  codes: RegExp
  course: Course
  /** Why, in the words of the office. */
  why: string
  /** Known so long after its day that a figure counts for more than a year. */
  lagged: boolean
}

const atYearEnd: Course = { shape: 'quarters', shares: [0, 0, 0, 1] }

/**
 * A course by season where none was set. Sources: 国科发火〔2016〕195号 (provinces hand their lists of 高新技术企业 in by the end of
 * November, ten working days of notice follow); domain facts §11 (R&D statistics are yearly and 9–12 months late). Each is a default:
 * the office may set another course.
 */
const seasons: readonly Season[] = [
  {
    codes: /^(?:HNTE_(?:NEWLY_CERTIFIED|PASSED_YEAR|NET_INCREASE|STOCK)$)/u,
    course: atYearEnd,
    why: '高新技术企业每年集中认定，名单在11月底前上报、年底前后公布',
    lagged: false,
  },
  {
    codes: /^RD_(?!ORG_COVERAGE$)/u,
    course: atYearEnd,
    why: '研发统计按年公布，晚9至12个月',
    lagged: true,
  },
]

/** The season of an indicator, by its code in the dictionary; most have none. */
export const seasonOf = (code: string | null): Season | undefined =>
  code === null ? undefined : seasons.find(({ codes }) => codes.test(code))
