import type { Finder } from '#platform/operation/finder.ts'
import { defineModule } from '#platform/operation/implement.ts'
import { find } from './server/find.ts'

/** One search over everything a person may see. What can be found is declared by each module (`finds`). */
export const search = (finders: readonly Finder[]) =>
  defineModule({ name: 'search', title: '搜索', operations: [find(finders)], listens: [] })
