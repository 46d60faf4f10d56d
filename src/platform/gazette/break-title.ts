import { textWidth } from './text-width.ts'

/**
 * Sets a title in lines as GB/T 9704-2012 7.3.1 asks: words whole, symmetrical, in the shape of a trapezoid or a
 * diamond, never an hourglass.
 * @param perLine characters of the title's size in one line; a Latin letter or digit counts half
 */
export function breakTitle(title: string, perLine: number): string[] {
  const letters = [...title.trim()]
  const total = width(letters)
  if (total <= perLine) return [letters.join('')]
  const places = breaks(letters)
  for (let lines = Math.ceil(total / perLine); lines <= 6; lines++) {
    const best = cheapest(letters, { lines, perLine, places })
    if (best) return best
  }
  return [letters.join('')]
}

const width = (letters: readonly string[]): number => textWidth(letters.join(''))

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const noStart = /^[、，。；：！？）〕》〉”’…—的了之等]/u
const noEnd = /[（〔《〈“‘和与及、]$/u

/** What it costs to break before each letter; a line must not begin with a closing mark. */
function breaks(letters: readonly string[]): number[] {
  const costs = letters.map(() => 40)
  let at = 0
  for (const { segment } of words.segment(letters.join(''))) {
    costs[at] = 0
    at += [...segment].length
  }
  let depth = 0
  letters.forEach((letter, i) => {
    if (depth > 0) costs[i] = (costs[i] ?? 0) + 14
    if ('《〈（〔“'.includes(letter)) depth++
    if ('》〉）〕”'.includes(letter)) depth--
    if (noStart.test(letter) || noEnd.test(letters[i - 1] ?? ''))
      costs[i] = letter === '和' || letter === '的' ? 60 : 200
    if (/[0-9A-Za-z]/u.test(letter) && /[0-9A-Za-z]/u.test(letters[i - 1] ?? '')) costs[i] = 200
    // 关于…… begins a line well, as does what follows 人民政府 or 办公室
    if (
      letters.slice(i, i + 2).join('') === '关于' ||
      /办公室$|人民政府$/u.test(letters.slice(Math.max(0, i - 4), i).join(''))
    )
      costs[i] = (costs[i] ?? 0) - 6
    if (letters.slice(i).join('') === '通知') costs[i] = 200
  })
  return costs
}

interface Setting {
  lines: number
  perLine: number
  places: readonly number[]
}

function cheapest(letters: readonly string[], { lines, perLine, places }: Setting): string[] | null {
  let best: { cost: number; lines: string[] } | null = null
  const mean = width(letters) / lines
  const tryFrom = (start: number, set: string[], cost: number): void => {
    if (best && cost >= best.cost) return
    if (set.length === lines - 1) {
      const all = [...set, letters.slice(start).join('')]
      const price =
        cost +
        shapeCost(
          all.map((line) => width([...line])),
          mean,
        )
      if (width(letters.slice(start)) <= perLine && start < letters.length && (!best || price < best.cost))
        best = { cost: price, lines: all }
      return
    }
    for (let end = start + 1; end < letters.length; end++) {
      const line = letters.slice(start, end)
      if (width(line) > perLine) return
      if (width(line) >= mean * 0.45) tryFrom(end, [...set, line.join('')], cost + (places[end] ?? 0))
    }
  }
  tryFrom(0, [], 0)
  return best === null ? null : linesOf(best)
}

const linesOf = (best: { lines: string[] }): string[] => best.lines

/** Lines of about one length cost least; an hourglass and steps of a single character cost more than a plain slope. */
function shapeCost(widths: readonly number[], mean: number): number {
  const uneven = widths.reduce((sum, each) => sum + ((each - mean) / mean) ** 2 * 20, 0)
  const steps = widths.slice(1).map((each, i) => each - (widths[i] ?? 0))
  const firstRise = steps.findIndex((step) => step > 0)
  const isHourglass = firstRise > 0 && steps.slice(0, firstRise).some((step) => step < 0)
  const equal = steps.filter((step) => step === 0).length * 3
  const last = (widths.at(-1) ?? 0) < mean * 0.5 ? 15 : 0
  return uneven + (isHourglass ? 18 : 0) + equal + last
}
