import { defineKept } from '#ui/kept/kept.ts'
import { settle } from './draft-saving.ts'
import { type DraftStore, parseStored, type Stored } from './stored.ts'

// Browsers keep drafts under this name since before the module had its own.
export const drafts = defineKept('statements', (signal) =>
  settle({ open: openDrafts, agencyIds: drafts.list() }, signal),
)

export function openDrafts(agencyId: string): DraftStore {
  const text = drafts.open(agencyId)
  let last: { text: string | null; stored: Stored } = { text: null, stored: parseStored(null) }
  const read = () => {
    const now = text.read()
    if (now !== last.text) last = { text: now, stored: parseStored(now) }
    return last.stored
  }
  return {
    read,
    watch: text.watch,
    change: (change) => {
      const stored = change(read())
      const words = JSON.stringify(stored)
      // As it was typed, not as it is parsed, which takes a space off at the end.
      last = { text: words, stored }
      text.write(words)
    },
  }
}
