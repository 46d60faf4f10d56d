const span = 2 ** 26
let count = Math.floor(Math.random() * (span / 2))
let timeOf = () => Date.now()
let chanceOf = () => crypto.getRandomValues(new Uint8Array(16))

/**
 * From here on ids leave nothing to chance: the same work makes the same ones, counted from the first on. For writing a
 * sample that can be compared; ids of two programs that count are alike, so one that serves people never does.
 */
export function countIds(clock: () => Date): void {
  count = 0
  timeOf = () => clock().getTime()
  chanceOf = () => new Uint8Array(16)
}

/**
 * A UUID version 7 (RFC 9562 §5.7) in the order of making: rows of one day lie together in an index, and of two made in
 * one millisecond by one process the later is the greater (a counter of 26 bits after the time, §6.2 method 1; 48 bits
 * are left to chance).
 */
export function newId(now: number = timeOf()): string {
  const bytes = chanceOf()
  count = (count + 1) % span
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff
  bytes[6] = 0x70 | (count >>> 22)
  bytes[7] = (count >>> 14) & 0xff
  bytes[8] = 0x80 | ((count >>> 8) & 0x3f)
  bytes[9] = count & 0xff
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
