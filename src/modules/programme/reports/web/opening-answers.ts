import type { OpeningAnswer, OpeningSheet, OpeningTask } from '../contract.ts'

/** What was changed and is not saved yet, by task or target. */
export type Changed = ReadonlyMap<string, OpeningAnswer>

/** What holds for every figure that says nothing of its own. */
export interface Common {
  on: string
  from: string
}

const blank = { on: null, value: null, undone: [], from: '', done: [] }

/** What stands of a task or figure: what was changed here, else what was said before; null while nothing was. */
export function answerOf(subjectId: string, opening: OpeningTask['opening'], changed: Changed): OpeningAnswer | null {
  const own = changed.get(subjectId)
  if (own) return own
  if (!opening) return null
  const { said, on, value, undone, from } = opening
  return { subjectId, said, on, value, undone, from, done: [] }
}

export const startOf = (subjectId: string, said: OpeningAnswer['said']): OpeningAnswer => ({
  ...blank,
  subjectId,
  said,
})

/** With what holds for all where it says nothing of its own; null while something is missing. */
export function completed(answer: OpeningAnswer, common: Common): OpeningAnswer | null {
  if (answer.said !== 'figure') return answer.done.every(({ on }) => on !== '') ? answer : null
  const [on, from] = [answer.on || common.on || null, answer.from.trim() || common.from.trim()]
  return answer.value !== null && on !== null && from.length >= 2 ? { ...answer, on, from } : null
}

/** Tasks nobody has said anything of and whose day is not over. */
export const listRunning = ({ tasks, today }: OpeningSheet, changed: Changed): OpeningTask[] =>
  tasks.filter(({ taskId, isOpen, dueOn }) => isOpen && !changed.has(taskId) && (dueOn === null || dueOn >= today))

export const isOpenTask = ({ isOpen, figures }: OpeningTask): boolean =>
  isOpen || figures.some((figure) => figure.isOpen)
