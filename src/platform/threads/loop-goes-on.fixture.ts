/**
 * How long the event loop stood still at most while work was under way elsewhere, as a share of all the time that took: a
 * busy machine makes both longer alike.
 */
export async function watchLoop<T>(work: () => Promise<T>): Promise<{ result: T; stoodStill: number }> {
  const begun = performance.now()
  let [last, longest] = [begun, 0]
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 5)
  try {
    const result = await work()
    look()
    return { result, stoodStill: longest / (performance.now() - begun) }
  } finally {
    clearInterval(timer)
  }
}
