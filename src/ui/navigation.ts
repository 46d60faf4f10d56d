import { type ComponentType, createContext } from 'react'

export interface PageLink {
  to: string
  label: string
}

/** A page of an area; several screens on one page are its tabs. */
export interface NavPage {
  title: string
  /** Its first tab. */
  to: string
  /** Whether the person is in it, or in something opened from it. */
  current: boolean
  tabs: readonly PageLink[]
}

/** An area of the navigation with the pages this person may open. */
export interface NavArea {
  title: string
  icon: ComponentType
  to: string
  current: boolean
  pages: readonly NavPage[]
}

/** The tabs of the page the person is in, set by the frame. */
export const CurrentTabs = createContext<readonly PageLink[]>([])
