import { withUnit } from '#kernel/figures.ts'
import { type Answer, progressTitles } from './report.ts'

/** What a person has put in so far; nothing is preset. */
export type Begun = Partial<Answer>

/** The whole answer; what was never touched is empty. 无变化 takes no figures along: they are carried on. */
export function whole(begun: Begun): Answer {
  const progress = begun.progress ?? 'unchanged'
  return {
    progress,
    text: (begun.text ?? '').trim(),
    needsCoordination: progress === 'difficult' && begun.needsCoordination === true,
    values: progress === 'unchanged' ? [] : (begun.values ?? []),
    fileIds: begun.fileIds ?? [],
  }
}

/** Where one person's two drafts of an answer differ, in words. */
export interface DraftDifference {
  label: string
  here: string
  there: string
}

type Names = readonly { targetId: string; label: string; unit: string }[]

const empty = '（空）'

/** @param names of the figures that are asked; of others only the number is told */
export function differencesOf(here: Begun, there: Begun, names: Names = []): DraftDifference[] {
  const figures = [...new Set([...(here.values ?? []), ...(there.values ?? [])].map(({ targetId }) => targetId))]
  const both: DraftDifference[] = [
    told('状态', here, there, ({ progress }) => (progress ? progressTitles[progress] : empty)),
    told('说明', here, there, ({ text = '' }) => text.trim() || empty),
    told('提请协调', here, there, ({ needsCoordination }) => (needsCoordination ? '是' : '否')),
    ...figures.map((id) => {
      const { label, unit } = names.find(({ targetId }) => targetId === id) ?? { label: '数据', unit: '' }
      return told(label, here, there, ({ values = [] }) => {
        const value = values.find(({ targetId }) => targetId === id)?.value
        return value === undefined ? empty : withUnit(value, unit)
      })
    }),
  ]
  const files = differenceOfFiles(here.fileIds ?? [], there.fileIds ?? [])
  return [...both.filter((one) => one.here !== one.there), ...files]
}

const told = (label: string, here: Begun, there: Begun, tell: (begun: Begun) => string): DraftDifference => ({
  label,
  here: tell(here),
  there: tell(there),
})

/** Two files may be of one number and not the same. */
function differenceOfFiles(here: readonly string[], there: readonly string[]): DraftDifference[] {
  const onlyHere = here.filter((id) => !there.includes(id)).length
  const onlyThere = there.filter((id) => !here.includes(id)).length
  if (onlyHere + onlyThere === 0) return []
  return [{ label: '附件', here: toldFiles(here, onlyHere), there: toldFiles(there, onlyThere) }]
}

const toldFiles = (all: readonly string[], only: number): string => `${all.length} 个，其中 ${only} 个只在这一份`

export const isSameAnswer = (one: Begun, other: Begun): boolean => differencesOf(one, other).length === 0

/** A draft as the browser keeps it. Moments in milliseconds. */
export interface LocalDraft {
  answer: Begun
  /** Of the last touch, by the browser's clock. */
  at: number
  /** When the server's draft it continues was saved; null where there was none. */
  asOf: number | null
  /** What was sent and not answered: found on the server, it is no other device's. */
  tried: readonly Begun[]
  isSaved: boolean
}

export interface ServerDraft {
  answer: Begun
  savedAt: Date
}

/** A draft to show. */
export interface MetDraft {
  answer: Begun
  at: number
  asOf: number | null
  /** What another device has saved meanwhile and this one has not taken over; neither is written over the other. */
  other: ServerDraft | null
}

/** What of one answer the browser and the server hold, as one. Which came later is told by what was continued, not by two clocks. */
export function meet(local: LocalDraft | undefined, server: ServerDraft | null): MetDraft | undefined {
  const saved = server && { answer: server.answer, at: server.savedAt.getTime(), asOf: server.savedAt.getTime() }
  if (!local) return saved ? { ...saved, other: null } : undefined
  const { answer, at, asOf } = local
  if (!saved || saved.asOf <= (asOf ?? 0)) return { answer, at, asOf, other: null }
  if (local.isSaved) return { ...saved, other: null }
  const isOwn = [answer, ...local.tried].some((one) => isSameAnswer(one, saved.answer))
  return isOwn ? { answer, at, asOf: saved.asOf, other: null } : { answer, at, asOf, other: server }
}
