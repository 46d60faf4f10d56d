import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Span } from '#kernel/span.ts'
import { writePlace } from '../domain/workbench/place.ts'

interface PlanPlaceLinkProps {
  planId: string
  /** The words it leads to. */
  span: Span
  className?: string
  children: ReactNode
}

/** Leads to some words of a plan, where they are shown among all it says. */
export function PlanPlaceLink({ planId, span, className, children }: PlanPlaceLinkProps) {
  return (
    <Link className={className} to={`/plans/${planId}`} search={{ at: writePlace(span) }}>
      {children}
    </Link>
  )
}
