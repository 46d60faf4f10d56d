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

/** One screen of a module; `main` turns the list of all of them into routes. */
export interface Screen {
  /** `/plans/$planId` */
  path: `/${string}`
  /** Loaded when first visited. */
  page: () => Promise<{ Page: ComponentType }>
  place?: Place
  /** Without navigation around it: signing in, the wall. */
  bare?: true
}

/** A place this person may go to, with its address. */
export type PlaceLink = Omit<Place, 'by'> & { to: string }
