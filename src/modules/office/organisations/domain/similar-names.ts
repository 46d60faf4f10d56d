/**
 * How alike two names are: shared pairs of neighbouring characters, twice over all pairs (Dice 1945), 0 to 1.
 * Good enough to put 县科技创新中心 before 县文化中心 when a clerk looks for 县科创中心.
 */
export function likeness(a: string, b: string): number {
  const left = pairs(a)
  const right = pairs(b)
  const shared = left.filter((pair) => {
    const at = right.indexOf(pair)
    if (at >= 0) right.splice(at, 1)
    return at >= 0
  }).length
  return left.length + right.length + shared === 0 ? 0 : (2 * shared) / (left.length + right.length + shared)
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
