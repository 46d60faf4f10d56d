import type { ComponentType } from 'react'
import type { Operation } from '#kernel/contract.ts'

/** A place in the navigation: one word, one icon, who sees it: the `by` of the operation it shows. */
export interface Place {
  label: string
  icon: ComponentType
  /** Ascending from left to right. */
  order: number
  by: Operation['by']
}

/** A page of one thing among its other pages: `/programmes/$programmeId/tasks` among those of the programme. */
export interface Tab {
  label: string
  /** Ascending from left to right. */
  order: number
  by: Operation['by']
}

/** One screen of a module; `main` turns the list of all of them into routes. */
export interface Screen {
  /** `/plans/$planId` */
  path: `/${string}`
  /** Addresses it had before; what is asked of them goes to `path`. */
  formerly?: readonly `/${string}`[]
  /** Loaded when first visited. */
  page: () => Promise<{ Page: ComponentType }>
  place?: Place
  /** The place it belongs to when its address does not begin with it: `/tasks/$taskId` belongs to `/programmes`. */
  within?: `/${string}`
  /** Stands beside the other pages under the same beginning of the path. */
  tab?: Tab
  /** Without navigation around it: signing in, the wall. */
  bare?: true
}

/** A place this person may go to, with its address. */
export type PlaceLink = Omit<Place, 'by'> & { to: string; current: boolean }
