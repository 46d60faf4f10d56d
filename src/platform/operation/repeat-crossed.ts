const maxTries = 3

const codes: readonly unknown[] = ['40001', '40P01', '23505']

/**
 * Two transactions stood in each other's way, and this one was undone (PostgreSQL, appendix A, class 40); or the other
 * was first to write a row of which there is one (23505): done again, the work sees that row and judges it.
 */
function isCrossed(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && codes.includes(error.code)) return true
  return isCrossed(error.cause)
}

/**
 * Does a transaction again, three times at most, when it was undone because it crossed another or came second; every other fault is
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
