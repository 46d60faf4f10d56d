import { workingCalendar } from '#kernel/calendar.ts'
import { compileText } from '#modules/programme/plans/server/index.ts'
import { compileMinutes, type ReadDecision } from '../compile-minutes.ts'
import { type ExpectedDecision, type MinutesStyle, STYLE_BODIES } from './style.fixture.ts'

/** Of how many decisions what was read is what a clerk takes, and what was not. */
export interface Score {
  expected: number
  read: number
  found: number
  owners: number
  leads: number
  dues: number
  wrong: string[]
}

const known = STYLE_BODIES.flat()
const unlevelled = (name: string) => name.replace(/^县/, '')
const names = new Map(STYLE_BODIES.flatMap((all) => all.map((alias) => [unlevelled(alias), all[0]])))

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join()

const ownersOf = (read: ReadDecision, roles: readonly string[]): string[] => [
  ...new Set(
    read.owners.filter(({ role }) => roles.includes(role)).map(({ name }) => names.get(unlevelled(name)) ?? name),
  ),
]

/** Where none of several is said to lead, all do. */
const leading = ({ owners }: ReadDecision) => [owners.some(({ role }) => role === 'lead') ? 'lead' : 'participant']

/** Reads one minutes as the program does and holds it against its labels; a decision is found when it alone has the words. */
export function scoreOf({ style, day, text, decisions }: MinutesStyle, register: readonly string[] = known): Score {
  const read = compileMinutes({
    text,
    paragraphs: compileText(text, day, register),
    on: day,
    calendar: workingCalendar(),
  }).decisions
  const score: Score = {
    expected: decisions.length,
    read: read.length,
    found: 0,
    owners: 0,
    leads: 0,
    dues: 0,
    wrong: [],
  }
  const left = new Set(read)
  const miss = (what: string) => score.wrong.push(`${style}: ${what}`)
  for (const [words, lead, participants, due] of decisions satisfies readonly ExpectedDecision[]) {
    const one = [...left].find((decision) => decision.words.includes(words))
    if (!one) {
      miss(`没有读出“${words}”`)
      continue
    }
    left.delete(one)
    score.found++
    const [all, leads, on] = [ownersOf(one, ['lead', 'participant']), ownersOf(one, leading(one)), one.due?.on ?? null]
    if (same(all, [...lead, ...participants])) score.owners++
    else miss(`“${words}”的单位读成${all.join('、') || '无'}`)
    if (same(leads, lead)) score.leads++
    else miss(`“${words}”的牵头读成${leads.join('、') || '无'}`)
    if (on === due) score.dues++
    else miss(`“${words}”的时限读成${on ?? '无'}`)
  }
  for (const { words } of left) miss(`多读了“${words}”`)
  return score
}

/** Over several minutes; `f1` counts decisions read too much as well, the others are of the decisions expected. */
export function rates(scores: readonly Score[]): Record<'f1' | 'owners' | 'leads' | 'dues', number> {
  const sum = (key: 'expected' | 'read' | 'found' | 'owners' | 'leads' | 'dues') =>
    scores.reduce((total, score) => total + score[key], 0)
  const expected = sum('expected')
  return {
    f1: (2 * sum('found')) / (expected + sum('read')),
    owners: sum('owners') / expected,
    leads: sum('leads') / expected,
    dues: sum('dues') / expected,
  }
}
