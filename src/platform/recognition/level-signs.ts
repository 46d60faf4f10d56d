import type { Sign } from './recogniser.ts'

const ideograph = /\p{Script=Han}/u
const isIdeograph = ({ text }: { text: string }): boolean => ideograph.test(text)

const fullWidth: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}
const dashes: Record<string, string> = { '－': '—', '–': '—', '―': '—' }
/**
 * The signs of a piece as Chinese print has them: the recogniser does not tell a mark of full width from one of half,
 * nor one dash from another, and stutters where letters are set wide.
 */
export function levelSigns(read: readonly Sign[]): Sign[] {
  const signs = withoutStutter(withoutDust(trimmed(read)))
  if (!signs.some(isIdeograph)) return signs
  const levelled = signs.map((sign, i): Sign => {
    const text =
      dashes[sign.text] ?? (isStroke(signs, i) ? '—' : isBetweenFigures(signs, i) ? undefined : fullWidth[sign.text])
    return text === undefined ? sign : { ...sign, text }
  })
  return withMoments(withNumberBrackets(withoutStrokes(withWords(levelled)))).filter(
    (sign, i, all) => sign.text !== ' ' || isBetweenLatin(all, i),
  )
}

/**
 * Signs that copies make look like others, in words that are none: 规模以上T业, 峻工验收, 科技文撑, 制浩业. Each by what stands
 * before and behind it.
 */
const misread: readonly { seen: string; before?: RegExp; after?: RegExp; print: string }[] = [
  { seen: 'T', before: /^[^A-Za-z]?$/u, after: /^[业程作人资会商期艺地厂伤种匠信]/u, print: '工' },
  { seen: '峻', after: /^工/u, print: '竣' },
  { seen: '文', after: /^撑/u, print: '支' },
  { seen: '浩', before: /^制$/u, print: '造' },
]

const withWords = (signs: readonly Sign[]): Sign[] =>
  signs.map((sign, i) => {
    const [before, after] = [signs[i - 1]?.text ?? '', signs[i + 1]?.text ?? '']
    const found = misread.find(
      (each) => each.seen === sign.text && (each.before ?? /^/).test(before) && (each.after ?? /^/).test(after),
    )
    return found ? { ...sign, text: found.print } : sign
  })

/** An upright stroke between ideographs is a fold or a line of a table; no print has it. */
const withoutStrokes = (signs: readonly Sign[]): Sign[] =>
  signs.filter((sign, i) => {
    const [before, after] = [signs[i - 1], signs[i + 1]]
    return !/^[|｜丨]$/u.test(sign.text) || !(before && after && isIdeograph(before) && isIdeograph(after))
  })

const isWord = ({ text }: Sign): boolean => text.trim() !== ''

/** Blanks at the ends of a piece are the recogniser's, not the page's. */
function trimmed(signs: readonly Sign[]): readonly Sign[] {
  const first = signs.findIndex(isWord)
  return first < 0 ? [] : signs.slice(first, signs.findLastIndex(isWord) + 1)
}

/** Marks no line begins with (GB/T 15834-2011 5.1.1), seen without much certainty, are dust. */
function withoutDust(signs: readonly Sign[]): readonly Sign[] {
  const first = signs.findIndex(({ text, confidence }) => confidence > 0.75 || !/[.．·:：,，、'’|]/u.test(text))
  return first < 0 ? [] : signs.slice(first)
}

/** Two ideographs nearer to each other than half their usual distance are one, seen twice: the surer stays. */
function withoutStutter(signs: readonly Sign[]): Sign[] {
  const distance = usualDistance(signs)
  const kept: Sign[] = []
  for (const sign of signs) {
    const before = kept.at(-1)
    if (!before || !isIdeograph(before) || !isIdeograph(sign) || sign.share - before.share > distance * 0.5) {
      kept.push(sign)
      continue
    }
    const surer = sign.confidence > before.confidence ? sign : before
    kept[kept.length - 1] = { ...surer, confidence: Math.min(sign.confidence, before.confidence) }
  }
  return kept
}

function usualDistance(signs: readonly Sign[]): number {
  const steps = signs.slice(1).flatMap((sign, i) => {
    const before = signs[i]
    return before && isIdeograph(before) && isIdeograph(sign) ? [sign.share - before.share] : []
  })
  return steps.length < 4 ? 0 : (steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0)
}

const figure = /\d/
const isBetweenFigures = (signs: readonly Sign[], i: number): boolean =>
  figure.test(signs[i - 1]?.text ?? '') && figure.test(signs[i + 1]?.text ?? '')

/** A stroke between figures is a dash, whatever it looks like, also where the line breaks beside it: 2026一2028年. */
function isStroke(signs: readonly Sign[], i: number): boolean {
  const beside = [signs[i - 1], signs[i + 1]].filter((sign) => sign !== undefined)
  return signs[i]?.text === '一' && beside.length > 0 && beside.every(({ text }) => figure.test(text))
}

const latin = /[A-Za-z\d]/
const isBetweenLatin = (signs: readonly Sign[], i: number): boolean =>
  latin.test(signs[i - 1]?.text ?? '') && latin.test(signs[i + 1]?.text ?? '')

/** The year of a document's number stands in hexagonal brackets (GB/T 9704-2012 7.2.5), which look like the others. */
function withNumberBrackets(signs: readonly Sign[]): Sign[] {
  const line = signs.map(({ text }) => (text.length === 1 ? text : '\0')).join('')
  const levelled = [...signs]
  for (const { index } of line.matchAll(/[〔［[(（【「](19|20)\d\d[〕］\])）】」](?=第?\d{1,4}号)/g)) {
    for (const [at, text] of [
      [index, '〔'],
      [index + 5, '〕'],
    ] as const) {
      const sign = levelled[at]
      if (sign) levelled[at] = { ...sign, text }
    }
  }
  return levelled
}

/** The blank between a day and an hour, both of two figures, is lost in pictures: 2026-03-25 13:38. */
function withMoments(signs: readonly Sign[]): Sign[] {
  const line = signs.map(({ text }) => (text.length === 1 ? text : '\0')).join('')
  const at = /\d{4}-\d\d-\d\d(?=\d\d:\d\d)/.exec(line)
  const [end, last] = [(at?.index ?? 0) + 10, signs[(at?.index ?? 0) + 9]]
  return at && last ? [...signs.slice(0, end), { ...last, text: ' ' }, ...signs.slice(end)] : [...signs]
}
