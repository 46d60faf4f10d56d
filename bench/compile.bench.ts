import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { compilePlan } from '#compiler/plan/compile-plan.ts'
import { median, table } from './table.ts'
import { listTextSets, type TextSet } from './texts.ts'

/**
 * Compiling against tagging the same text with parts of speech, the first step of any pipeline that would read plans
 * with a tagger. Both run in this process, in turn, so that whatever else the machine does weighs on both. Each is
 * first run for a fixed time: the compiler is compiled while it runs, the tagger was before. No collection is forced
 * between the rounds: those the runs cause fall inside the timing.
 */
const rounds = 21
const warmUpMs = 1500
const jieba = Jieba.withDict(dict)

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const compileAll = ({ texts }: TextSet) =>
  timed(() => texts.forEach((text, n) => compilePlan({ file: `${n}.txt`, text, today: '2026-01-01' })))
const tagAll = ({ texts }: TextSet) => timed(() => texts.forEach((text) => jieba.tag(text)))

function warmUp(work: () => number): void {
  for (let spent = 0; spent < warmUpMs; ) spent += work()
}

function measure(set: TextSet): { row: string[]; ratio: number } {
  warmUp(() => tagAll(set))
  warmUp(() => compileAll(set))
  const pairs = Array.from({ length: rounds }, (_, n) => {
    if (n % 2 === 0) return { compile: compileAll(set), tag: tagAll(set) }
    const tag = tagAll(set)
    return { compile: compileAll(set), tag }
  })
  const characters = set.texts.reduce((sum, text) => sum + text.length, 0)
  const [compile, tag] = [median(pairs.map((pair) => pair.compile)), median(pairs.map((pair) => pair.tag))]
  const ratio = median(pairs.map((pair) => pair.compile / pair.tag))
  const speed = characters / 1000 / (compile / 1000)
  return {
    row: [
      set.name,
      String(set.texts.length),
      String(characters),
      compile.toFixed(1),
      tag.toFixed(1),
      ratio.toFixed(2),
      speed.toFixed(0),
    ],
    ratio,
  }
}

const measured = listTextSets().map(measure)
const head = [
  'texts',
  'documents',
  'characters',
  'compile, ms',
  'jieba tag, ms',
  'compile / tag',
  'compiled, thousand characters/s',
]
console.log(
  table(
    head,
    measured.map(({ row }) => row),
  ),
)
console.log(
  `\nMedian of ${rounds} rounds, both in one process, in turn, each warmed up for ${warmUpMs / 1000} s; collections are not forced and fall inside the timing. Wanted: compile / tag at most 1.`,
)
if (measured.some(({ ratio }) => ratio > 1)) process.exitCode = 1
