import type { Rulebook } from '#kernel/rule.ts'
import type { ReportFact } from './facts.ts'
import { byBadness, worstOf } from './lamp.ts'
import type { LampSaid } from './rules/lamp-rule.ts'
import { bareRules, finishRules, openRules } from './rules/schedule.rules.ts'
import { difficultyRules, unsignedRules, type WordCase } from './rules/word.rules.ts'
import { type ScheduleCase, scheduleCase } from './schedule-case.ts'
import { listDifficulties, listUnsignedFinishes, type TaskCase } from './task-case.ts'
import type { Verdict } from './verdict.ts'

/** What makes the lamp what it is stands first. */
export const verdictOf = (said: readonly LampSaid[]): Verdict => ({
  lamp: worstOf(said.map(({ lamp }) => lamp)),
  reasons: [...said]
    .sort((a, b) => byBadness(a.lamp, b.lamp))
    .map(({ code, text, refs, saidBy = [] }) => ({ code, text, refs, saidBy: [...saidBy] })),
})

/** Steps done beside steps that were to be done, the deadline near or over, and what the agencies say of it. */
export function judgeSchedule(task: TaskCase): Verdict {
  const of = scheduleCase(task)
  const found = (book: Rulebook<ScheduleCase, LampSaid>) => book.find(of, of.day).map(({ said }) => said)
  const finished = found(finishRules)
  if (finished.length > 0) return verdictOf(finished)
  const said = [...found(openRules), ...judgeWords(of)]
  return verdictOf(said.length > 0 ? said : found(bareRules))
}

/** Of every agency its own: what one said is no reason in the eyes of another. */
function judgeWords(of: ScheduleCase): LampSaid[] {
  const [unsigned, difficult] = [listUnsignedFinishes(of), listDifficulties(of)]
  const claims = of.reports.filter(({ state }) => state === 'finished' || state === 'difficult')
  return [
    ...wordCases(of, unsigned, claims).flatMap((word) => unsignedRules.find(word, of.day)),
    ...wordCases(of, difficult, of.reports).flatMap((word) => difficultyRules.find(word, of.day)),
  ].map(({ said }) => said)
}

/** @param spoken words by which it is known which agency spoke first */
function wordCases(of: ScheduleCase, words: readonly ReportFact[], spoken: readonly ReportFact[]): WordCase[] {
  const first = spoken.find(({ agencyId }) => words.some((word) => word.agencyId === agencyId))
  return words.map((said) => ({ of, said, isFirst: said.agencyId === first?.agencyId }))
}
