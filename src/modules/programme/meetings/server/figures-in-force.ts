import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import type { PlanTarget } from '#modules/programme/plans/contract.ts'
import { compileText } from '#modules/programme/plans/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Decision, inForce } from '../domain/decision.ts'
import type { Meeting } from '../domain/meeting.ts'
import { readSelected } from '../domain/read-selected.ts'
import { namesOfRegister } from './compile-words.ts'

/** The figures a decision sets as it holds now: words people corrected are read anew by the same grammar. */
export async function targetsInForce(tx: Tx, decision: Decision, meeting: Meeting): Promise<readonly PlanTarget[]> {
  const { words, dueOn } = inForce(decision)
  const { correction, read } = decision
  if (correction === null && read.targets) return read.targets
  const known = await namesOfRegister(tx, meeting)
  const compile = (text: string, on: string) => compileText(text, on, known)
  const [on, calendar] = [meeting.heldOn, await loadCalendar(tx, meeting.divisionCode)]
  const { targets = [] } = readSelected({ text: words, span: [0, words.length], on, calendar, compile })
  return targets.map((target) =>
    target.periodFrom === 'task' || target.period === null
      ? {
          ...target,
          period: dueOn === null ? null : { start: meeting.heldOn, end: dueOn },
          periodFrom: dueOn === null ? null : 'task',
        }
      : target,
  )
}
