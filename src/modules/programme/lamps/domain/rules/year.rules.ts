import { later } from '#kernel/day.ts'
import { allOf, not, rulebook, truthOf } from '#kernel/rule.ts'
import { endOfCycle } from '../end-of-cycle.ts'
import { meaningOfFact } from '../fact-meaning.ts'
import { type FigureCase, isFullFor } from '../figure-case.ts'
import { withUnit } from '../numbers.ts'
import { countReached } from '../series.ts'
import { type LampRule, type LampSaid, onlyFirst, sinceSecond, sources } from './lamp-rule.ts'

/** Years of a yearly target that ended before the one that is judged, with what they came to. */
export interface PastYear {
  figure: FigureCase
  year: string
  total: number
  /** Whether what is known of it is its last word, and the programme ran all the year. */
  isClosed: boolean
  isWhole: boolean
}

export function listPastYears(figure: FigureCase): PastYear[] {
  const { target, observations, startedOn } = figure.of
  if (meaningOfFact(target).span !== 'each_year') return []
  const thisYear = figure.stretch.startOn.slice(0, 4)
  const years = [...new Set(observations.map(({ on }) => on.slice(0, 4)))].filter((year) => year < thisYear)
  return years.flatMap((year) => {
    const ofYear = observations.filter(({ on }) => on.startsWith(year))
    const last = countReached(figure.of, ofYear).at(-1)
    if (!last) return []
    const begins = later(`${year}-01-01`, later(startedOn ?? '', target.startOn ?? ''))
    const isClosed = endOfCycle(last.observation.cycle) >= `${year}-12-31`
    return [{ figure, year, total: last.value, isClosed, isWhole: begins === `${year}-01-01` }]
  })
}

const missedYear: Pick<LampRule<PastYear>, 'clause' | 'source' | 'say'> = {
  clause: 'figure.missedYear',
  source: sources.kinds,
  say: ({ figure: { of, stretch }, year, total }) => ({
    lamp: 'grey',
    code: 'missedYear',
    text: `${year}年完成 ${withUnit(total, of.target.unit)}，未达到每年 ${withUnit(stretch.wanted, of.target.unit)}。`,
    refs: [{ kind: 'target', id: of.target.id }],
  }),
}

const isMissed = ({ figure, total }: PastYear) => not(truthOf(isFullFor(figure.of, total, figure.stretch.wanted)))

export const yearRules = rulebook<PastYear, LampSaid>([
  {
    ...missedYear,
    ...onlyFirst,
    when: '说明：每年一次的目标，以前年度没有完成的列出，不计入当年灯色',
    test: isMissed,
  },
  {
    ...missedYear,
    ...sinceSecond,
    when: '说明：每年一次的目标，以前年度没有完成的一直列出，不计入当年灯色',
    test: (past) => allOf(isMissed(past), truthOf(past.isClosed), truthOf(past.isWhole)),
  },
  {
    clause: 'figure.openYear',
    when: '说明：年中才开始的年度、年终数没有报送的年度，只列出报到的数，不判未达到',
    source: sources.unknown,
    ...sinceSecond,
    test: (past) => allOf(isMissed(past), not(allOf(truthOf(past.isClosed), truthOf(past.isWhole)))),
    say({ figure: { of, stretch }, year, total, isWhole }) {
      const why = isWhole ? '年终数没有报送' : '方案在年中开始，不满一年'
      return {
        lamp: 'grey',
        code: 'openYear',
        text: `${year}年报到 ${withUnit(total, of.target.unit)}，${why}，不按每年 ${withUnit(stretch.wanted, of.target.unit)}判定。`,
        refs: [{ kind: 'target', id: of.target.id }],
      }
    },
  },
])
