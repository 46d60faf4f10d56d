const maxTries = 3

/** Two transactions stood in each other's way, and this one was undone (PostgreSQL, appendix A, class 40). */
function isCrossed(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && (error.code === '40001' || error.code === '40P01')) return true
  return isCrossed(error.cause)
}

/**
 * Does a transaction again, three times at most, when it was undone because it crossed another; every other fault is
 * thrown at once. The work must keep nothing of a try that failed.
 */
export async function repeatCrossed<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (tried === maxTries || !isCrossed(error)) throw error
    }
  }
}
