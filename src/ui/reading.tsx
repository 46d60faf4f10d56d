import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, LoadingSkeleton } from './states.tsx'

interface ReadingProps<T> {
  of: UseQueryResult<T, Error>
  children: (value: T) => ReactNode
  /** What stands there while loading; six grey lines when left out. */
  loading?: ReactNode
}

/** One place for the three fates of a reading: loading, refused, there. */
export function Reading<T>({ of, children, loading }: ReadingProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <ErrorState error={of.error} onRetry={() => void of.refetch()} />
  return <>{loading ?? <LoadingSkeleton />}</>
}
