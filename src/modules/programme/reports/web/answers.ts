import type { InboxItem } from '../contract.ts'
import type { Begun } from '../domain/draft.ts'

export const keyOf = ({ taskId, cycle }: Pick<InboxItem, 'taskId'> & { cycle: { key: string } }): string =>
  `${taskId}/${cycle.key}`

export const isSaid = ({ standing }: Pick<InboxItem, 'standing'>): boolean => standing === 'answered'

/** Whether an answer is wanted; of what is finished one is taken, not asked. */
export const isOwed = ({ standing }: Pick<InboxItem, 'standing'>): boolean => standing === 'owed'

const least = 4

/** Whether nothing more is needed to hand it in. The server decides again; this only says when a card is done. */
export function isComplete(begun: Begun | undefined, { asked }: Pick<InboxItem, 'asked'>): boolean {
  const { progress, text = '', values = [], fileIds = [] } = begun ?? {}
  if (progress === undefined) return false
  if (progress === 'unchanged' || progress === 'finished') return true
  if (progress === 'difficult') return text.trim().length >= least
  const last = new Map(asked.map((one) => [one.targetId, one.last?.value]))
  const moved = values.some(({ targetId, value }) => last.get(targetId) !== value)
  return text.trim() !== '' || fileIds.length > 0 || moved
}

/** A figure put in, or taken out again when empty. */
export function withValue(begun: Begun, targetId: string, value: number | null): Begun {
  const others = (begun.values ?? []).filter((one) => one.targetId !== targetId)
  return { ...begun, values: value === null ? others : [...others, { targetId, value }] }
}

/** What was sent back, to be mended instead of typed again. */
export function returnedWord({ said }: InboxItem): Begun {
  if (said?.status !== 'returned') return {}
  const { text, needsCoordination, files } = said
  const values = said.values.map(({ targetId, value }) => ({ targetId, value }))
  return { text, needsCoordination, values, fileIds: files.map(({ id }) => id) }
}
