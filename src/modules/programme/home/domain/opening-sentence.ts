import { z } from 'zod'

/** A stretch of the sentence and where it leads: a list of the programme with words for its filters, or a place on this page. */
export interface SentencePart {
  text: string
  to?: { list: string; words: Readonly<Record<string, string>> } | { anchor: string }
}

type Lamp = 'green' | 'yellow' | 'red' | 'grey'

/** What the sentence is made of. */
export const SentenceFacts = z.object({
  tasks: z.int(),
  lamps: z.object({ green: z.int(), yellow: z.int(), red: z.int(), grey: z.int() }),
  /** Tasks that turned worse in the week, and those of them that turned red. */
  turnedWorse: z.int(),
  turnedRed: z.int(),
  turnedBetter: z.int(),
  finished: z.int(),
  /** Agencies that owe a report, and those of them whose day has passed. */
  unreported: z.int(),
  overdue: z.int(),
})
export type SentenceFacts = z.infer<typeof SentenceFacts>

const colours: readonly [Lamp, string][] = [
  ['green', '绿'],
  ['yellow', '黄'],
  ['red', '红'],
  ['grey', '灰（未到期或暂无数据）'],
]

const week = (words: Record<string, string>) => ({ list: 'week', words })

function weekWords({ turnedRed, turnedWorse, turnedBetter, finished }: SentenceFacts): readonly SentencePart[] {
  const yellow = turnedWorse - turnedRed
  const said: SentencePart[] = [
    ...(turnedRed > 0 ? [{ text: `转红 ${turnedRed} 项`, to: week({ change: 'worse', lamp: 'red' }) }] : []),
    ...(yellow > 0 ? [{ text: `转黄 ${yellow} 项`, to: week({ change: 'worse', lamp: 'yellow' }) }] : []),
    ...(turnedBetter > 0 ? [{ text: `转好 ${turnedBetter} 项`, to: week({ change: 'better' }) }] : []),
    ...(finished > 0 ? [{ text: `办结 ${finished} 项`, to: week({ change: 'finished' }) }] : []),
  ]
  if (said.length === 0) return [{ text: '；本周没有变化' }]
  return [{ text: '；本周' }, ...said.flatMap((part, i) => (i === 0 ? [part] : [{ text: '、' }, part]))]
}

function reporting({ unreported, overdue }: SentenceFacts): readonly SentencePart[] {
  if (unreported === 0) return []
  const to = { anchor: 'unreported' }
  const silent = { text: `${unreported} 个单位尚未报送`, to }
  if (overdue === 0) return [{ text: '，' }, silent]
  return [{ text: '，' }, silent, { text: '，' }, { text: `其中 ${overdue} 个已逾期`, to }]
}

/** The one sentence a programme opens with: how many stand how, what the week did, who is silent; every number leads to its records. */
export function openingSentence(facts: SentenceFacts): readonly SentencePart[] {
  if (facts.tasks === 0) return [{ text: '方案中没有读出任务。' }]
  const shown = colours.filter(([lamp]) => facts.lamps[lamp] > 0)
  const counts = shown.flatMap(([lamp, word], i) => [
    ...(i === 0 ? [] : [{ text: ' ' }]),
    { text: `${facts.lamps[lamp]} ${word}`, to: { list: 'lamps', words: { color: lamp } } },
  ])
  return [
    { text: `${facts.tasks} 项任务`, to: { list: 'tasks', words: {} } },
    { text: '：' },
    ...counts,
    ...weekWords(facts),
    ...reporting(facts),
    { text: '。' },
  ]
}
