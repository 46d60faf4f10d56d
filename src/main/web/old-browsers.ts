/**
 * Browsers of the domestic office desktops stand at Chromium 90. The build lowers the syntax; these few functions, which
 * our libraries call, came later (`at` 92, `hasOwn` 93, `findLast` 97, `toSorted` 110) and are added when missing.
 */
function add(owner: object, name: string, value: (...args: never[]) => unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function findLastIndex(
  this: readonly unknown[],
  test: (value: unknown, i: number, all: readonly unknown[]) => boolean,
) {
  for (let i = this.length - 1; i >= 0; i--) if (test(this[i], i, this)) return i
  return -1
}

function findLast(this: readonly unknown[], test: (value: unknown, i: number, all: readonly unknown[]) => boolean) {
  return this[findLastIndex.call(this, test)]
}

function toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number) {
  return [...this].sort(compare)
}

function toReversed(this: readonly unknown[]) {
  return [...this].reverse()
}

add(Array.prototype, 'at', at)
add(String.prototype, 'at', at)
add(Array.prototype, 'findLast', findLast)
add(Array.prototype, 'findLastIndex', findLastIndex)
add(Array.prototype, 'toSorted', toSorted)
add(Array.prototype, 'toReversed', toReversed)
add(Object, 'hasOwn', (owner: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, name))
