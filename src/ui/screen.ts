import type { ComponentType } from 'react'
import type { Role } from '#kernel/actor.ts'

/** A place in the navigation: one word, one icon, who sees it. */
export interface Place {
  label: string
  icon: ComponentType
  /** Ascending from left to right. */
  order: number
  by: readonly Role[]
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
