import { groupBy } from '#kernel/group-by.ts'
import { type Box, boxOf, type Matrix, nearby } from './page-geometry.ts'
import type { Rule } from './page-rules.ts'
import type { Character, Drawing } from './pdf-drawing.ts'

/** A page's words set upright, each once, with what stands on the paper beside them. */
export interface Writing {
  characters: Character[]
  pictures: Box[]
  rules: Rule[]
  width: number
  height: number
  /** Words that stand slanted, and marks laid under or over the words: not part of the text. */
  turned: string[]
  marks: string[]
  /** All words lie without ink under a picture: somebody's own recognition of a scan. */
  isRecognised: boolean
}

/** Degrees a line may lean without being slanted on purpose. */
const lean = 4

/**
 * Sets a page upright by the way most of its characters run, and keeps those that belong to its text: words that stand
 * askew, marks strewn over the page and what lies off the paper are taken out and named; a character drawn again at its
 * own place, as bold is imitated, counts once.
 */
export function tidyPage(drawing: Drawing, size: { width: number; height: number }): Writing {
  const page = setUpright({ ...drawing, characters: inRuns(drawing.characters) }, size)
  const inside = page.characters.filter((each) => isOn(each, page) && each.text !== '')
  const upright = inside.filter((each) => Math.abs(signed(each.angle)) <= lean)
  const turned = inside.filter((each) => Math.abs(signed(each.angle)) > lean && each.text.trim() !== '')
  const marks = marksOf(upright)
  return {
    ...page,
    characters: eachOnce(upright.filter((each) => !marks.has(each.run))),
    turned: wordsOfRuns(turned),
    marks: wordsOfRuns(upright.filter((each) => marks.has(each.run))),
    isRecognised: upright.length > 0 && upright.every((each) => each.isHidden),
  }
}

/** Some programs draw every character by an instruction of its own: those that follow on each other are one run. */
function inRuns(characters: readonly Character[]): Character[] {
  let run = 0
  let before: Character | undefined
  return characters.map((each) => {
    if (before && before.run !== each.run && !followsOn(before, each)) run += 1
    before = each
    return { ...each, run }
  })
}

function followsOn(before: Character, each: Character): boolean {
  if (before.isPale !== each.isPale || before.isHidden !== each.isHidden || Math.abs(before.size - each.size) > 0.5)
    return false
  const way = (before.angle * Math.PI) / 180
  const end = { x: before.x + before.width * Math.cos(way), y: before.y + before.width * Math.sin(way) }
  return Math.abs(before.angle - each.angle) < 1 && Math.hypot(each.x - end.x, each.y - end.y) < each.size * 0.6
}

/** An angle in (-180, 180]. */
const signed = (angle: number): number => angle - 360 * Math.round(angle / 360)

function setUpright(drawing: Drawing, { width, height }: { width: number; height: number }) {
  const counts = [0, 0, 0, 0]
  for (const { angle } of drawing.characters) {
    const quarter = Math.round(signed(angle) / 90)
    if (Math.abs(signed(angle) - quarter * 90) <= lean) counts[(quarter + 4) % 4] = (counts[(quarter + 4) % 4] ?? 0) + 1
  }
  const quarters = counts.indexOf(Math.max(...counts))
  if (quarters === 0) return { ...drawing, width, height }
  const [turn, wide, high] = turns[quarters]?.(width, height) ?? turns[0](width, height)
  const turnBox = (box: Box): Box => boxOf(turn, [box.left, box.top, box.right, box.bottom])
  return {
    characters: drawing.characters.map((each) => {
      const x = turn[0] * each.x + turn[2] * each.y + turn[4]
      const y = turn[1] * each.x + turn[3] * each.y + turn[5]
      return { ...each, x, y, angle: each.angle - quarters * 90 }
    }),
    pictures: drawing.pictures.map(turnBox),
    rules: drawing.rules.map((rule) => ({
      ...turnBox(rule),
      isAcross: quarters === 2 ? rule.isAcross : !rule.isAcross,
    })),
    width: wide,
    height: high,
  }
}

/** Turns a page back by as many quarters; each gives the matrix and the size of the turned page. */
const turns: Record<number, (width: number, height: number) => [Matrix, number, number]> & {
  0: (width: number, height: number) => [Matrix, number, number]
} = {
  0: (width, height) => [[1, 0, 0, 1, 0, 0], width, height],
  1: (width, height) => [[0, -1, 1, 0, 0, width], height, width],
  2: (width, height) => [[-1, 0, 0, -1, width, height], width, height],
  3: (width, height) => [[0, 1, -1, 0, height, 0], height, width],
}

/** No sheet of paper holds a larger letter, in points; figures of a spoilt file may say any size. */
const largest = 3000

const isOn = ({ x, y, size }: Character, { width, height }: { width: number; height: number }): boolean =>
  size < largest && x > -size && x < width + size && y > -size && y < height + size

/** The same character drawn again a hair away is a bolder one; a neighbour stands a letter's width off. */
function eachOnce(characters: readonly Character[]): Character[] {
  const step = 4
  const kept = nearby<Character>(step)
  return characters.filter((each) => {
    const reach = Math.min(step, 0.2 * each.size, 0.5 * (each.width || each.size))
    const isAgain = kept
      .around(each.x, each.y)
      .some(
        (other) => other.text === each.text && Math.abs(other.x - each.x) < reach && Math.abs(other.y - each.y) < reach,
      )
    if (!isAgain) kept.add(each.x, each.y, each)
    return !isAgain
  })
}

const byRun = (characters: readonly Character[]): Map<number, Character[]> => groupBy(characters, ({ run }) => run)

const textOf = (run: readonly Character[]): string => run.map((each) => each.text).join('')

/** Fewest times the same words are strewn over one page. */
const strewn = 3

/**
 * Runs that lie across other words and are pale, or strewn over the page in many places: a mark of the office that
 * printed it. Words that lie across nothing stay, pale or not.
 */
function marksOf(characters: readonly Character[]): Set<number> {
  const runs = byRun(characters)
  const places = groupBy(
    [...runs.values()].filter((run) => run.length > 1),
    textOf,
  )
  const isStrewn = (text: string): boolean => {
    const at = (places.get(text) ?? []).flatMap((run) => run.slice(0, 1))
    const apart = (key: 'x' | 'y') => new Set(at.map((each) => Math.round(each[key] / (2 * each.size || 1)))).size > 1
    return at.length >= strewn && apart('x') && apart('y')
  }
  const marks = new Set<number>()
  const suspects = new Map([...runs].filter(([, run]) => run.some((each) => each.isPale) || isStrewn(textOf(run))))
  const others = nearby<Character>(12)
  for (const each of characters)
    if (!suspects.has(each.run)) others.add(each.x + each.width / 2, each.y - each.size / 2, each)
  const crossed = new Set<string>()
  for (const run of suspects.values()) if (run.some((each) => liesOver(each, others))) crossed.add(textOf(run))
  for (const [id, run] of suspects) if (crossed.has(textOf(run))) marks.add(id)
  return marks
}

/** Over another character, not merely beside it. */
function liesOver(each: Character, others: ReturnType<typeof nearby<Character>>): boolean {
  const x = each.x + each.width / 2
  const y = each.y - each.size / 2
  return others.around(x, y).some((other) => {
    const across = Math.abs(other.x + other.width / 2 - x)
    const down = Math.abs(other.y - other.size / 2 - y)
    return across < 0.35 * (each.width + other.width) && down < 0.35 * (each.size + other.size)
  })
}

/** Each different run of words once, for telling what was left out. */
const wordsOfRuns = (characters: readonly Character[]): string[] => [
  ...new Set([...byRun(characters).values()].map((run) => textOf(run).trim())),
]
