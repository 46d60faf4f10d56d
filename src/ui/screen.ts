import type { ComponentType } from 'react'
import type { KeptTexts } from './kept/kept.ts'
import type { Part } from './parts.tsx'

/** One screen of a module; routes, navigation, search and help derive from the list of all of them. */
export interface Screen {
  /** `/plans/$planId` */
  path: `/${string}`
  /** Addresses it had before; what is asked of them goes to `path`. */
  formerly?: readonly `/${string}`[]
  /** What was asked of it in words it had before, in those it has; null where none of them stands. */
  reworded?: (asked: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> | null
  /** Loaded when first visited. */
  page: () => Promise<{ Page: ComponentType }>
  /** What it is called in the navigation, the search and the help. */
  label: string
  /** What it is for and what is done there, in one or two sentences. */
  help: string
  /**
   * Name of the operation it shows: whoever may call it may open the screen; everybody where there is none. By name, as
   * the frame of every page would load the contracts of all modules with it.
   */
  shows?: `${string}.${string}`
  /** Area and job: `programme/tasks`. Where that stands for whom is said in `src/main/web/areas.ts`. */
  place?: `${string}/${string}`
  /** The screen it is opened from and belongs to, when it has no place of its own. */
  under?: `/${string}`
  /** The year in its address (`?year=2026`) chooses what it shows; without one, every year. */
  byYear?: true
  /** Has nothing to show of its own and leads on to another: in no help and no search. */
  leadsOn?: true
  /** Without navigation around it: the wall. */
  bare?: true
}

/** What a module gives to the web; its door exports one. */
export interface WebModule {
  screens?: readonly Screen[]
  /** What it adds to the pages of others. */
  parts?: readonly Part[]
  /** What it keeps in the browser until the server has it; here signing out learns of it on every page. */
  kept?: readonly KeptTexts[]
}

/** `/tasks/$taskId` covers `/tasks/0192…`. */
export function covers(pattern: string, path: string): boolean {
  const [want, have] = [pattern.split('/'), path.split('/')]
  return want.length === have.length && want.every((part, at) => part.startsWith('$') || part === have[at])
}

/** The screen an address opens; of two the one that names it more exactly, as the router chooses. */
export const screenOf = <S extends { path: string }>(screens: readonly S[], path: string): S | undefined =>
  screens
    .filter((screen) => covers(screen.path, path))
    .sort((a, b) => a.path.split('$').length - b.path.split('$').length)[0]
