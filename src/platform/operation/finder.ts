import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/contract.ts'
import type { Tx } from '#platform/database/tx.ts'

/** Something that can be found by words. */
export interface Findable {
  title: string
  /** What tells it from others of its name: 主管单位, 文号. */
  note: string | null
  /** Where it is opened, a path of this product; `/api/…` for a file. */
  to: string
  /** What it is found by besides its title: aliases, numbers. */
  words?: readonly string[]
  /**
   * Set by a finder that has looked into an index of its own (a column of words, pinyin and initials in the table):
   * how near it is, smaller is nearer. It is taken as found and not compared again.
   */
  rank?: number
}

export interface FindCall {
  tx: Tx
  actor: Actor
  today: string
  /** What was typed: for finders with an index of their own. The others list what there is. */
  text: string
}

/** What a module lets people find; declared in its `module.ts`, gathered by the search. */
export interface Finder {
  /** The heading its finds stand under: 任务. */
  title: string
  /** Whoever may not call this finds nothing here. */
  shows: Pick<Operation, 'by'>
  /** Titles are names of people: their first character is read as a surname. */
  people?: true
  /** Everything this person may see, and nothing else, in the order of equals. */
  list: (call: FindCall) => Promise<readonly Findable[]>
}
