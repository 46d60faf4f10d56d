import { inWords } from '#kernel/registry/cell.ts'
import { isKeeper } from '#kernel/registry/registry.ts'
import type { Finder } from '#platform/operation/finder.ts'
import type { Kit } from './kit.ts'
import { listRecords } from './list-records.ts'
import { nameOf } from './write-records.ts'

/** As many as the search looks through for the nearest. */
const most = 50

/** What the search finds in a registry: by its own index of words, the record itself before others. */
export const findRecords = (kit: Kit): Finder => ({
  title: kit.noun,
  shows: kit.operations.listRecords,
  list: async ({ tx, actor, today, text }) => {
    const asked = { text, ended: 'without' as const }
    const listing = { divisionCode: actor.divisionCode, today, people: isKeeper(kit, actor), asked }
    const { rows } = await listRecords(tx, kit, { listing, page: { page: 1, size: most } })
    const [, note] = kit.fields.filter(({ name, personal }) => kit.list.includes(name) && !personal)
    return rows.map((row) => {
      const title = nameOf(kit, row)
      const at = title.indexOf(text.trim())
      const rank = title === text.trim() ? 0 : at === 0 ? 1 : at > 0 ? 2 : 3
      return { title, note: note ? inWords(note, row[note.name]) || null : null, to: `${kit.path}/${row.id}`, rank }
    })
  },
})
