import { rounded } from '#kernel/figures.ts'
import { parseNumeral } from '#kernel/numerals.ts'
import { findUnit } from '#kernel/quantity.ts'
import type { OpeningSaid } from './opening.ts'

type State = Exclude<OpeningSaid, 'figure' | 'withdrawn'>

/** Read in their order: 未完成 is not 完成, 完成80% is under way, 基本完成 too. Words as ledgers of counties bear them. */
const states: readonly (readonly [RegExp, State])[] = [
  [/^(?:不清楚|不详|待核实|待了解|待查)/u, 'unclear'],
  [/(?:未|尚未|还没|没有)(?:开始|启动|开展|实施|动工|开工)/u, 'not_started'],
  [
    /(?:未|尚未|没有|待|预计|计划|力争|拟|将)[^，。；]{0,12}(?:完成|办结|建成|落实)|(?:基本|部分|大部分|阶段性|正在|逐步)(?:完成|建成|落实)/u,
    'under_way',
  ],
  [/(?:完成|进度)[^，。；\d]{0,8}(?:100|１００)\s*[%％]|^100\s*[%％]$/u, 'finished'],
  [/(?:完成|进度)[^，。；\d]{0,8}\d+(?:\.\d+)?\s*[%％]|^\d+(?:\.\d+)?\s*[%％]$/u, 'under_way'],
  [
    /正在|推进中|进行中|在建|实施中|办理中|开展中|有序推进|持续推进|稳步推进|加快推进|长期坚持|按计划推进|序时推进/u,
    'under_way',
  ],
  [
    /^(?:是|√|✓|完成|办结)[。.]?$|(?:已|全部|全面|如期|按期|提前)[^，。；]{0,14}(?:完成|办结|建成|落实|达标|销号)(?:任务|目标|投用|并投用|投入使用|验收|并验收)?(?=$|[，。；!(])/u,
    'finished',
  ],
  [/^(?:否|×|✗|未完成)$|推进|开展|进行/u, 'under_way'],
]

/**
 * What the words of a ledger say of how far a task is; undefined where they do not say so: 建成服务站3个 may be all of it or a part.
 * @param text of the column of progress
 */
export function readState(text: string): State | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  return states.find(([words]) => words.test(plain))?.[1]
}

type Figure = { value: number } | { problem: string }

/** A figure as a cell bears it, with or without its unit; of what is done or not, yes or no. */
export function readFigure(text: string, { unit, ask }: { unit: string; ask: 'number' | 'done' }): Figure {
  const plain = text.normalize('NFKC').replace(/[,\s]/gu, '')
  if (ask === 'done') return readDone(plain, text)
  const [, digits = '', written = ''] =
    /^(?:约|共|累计)?([-+]?\d+(?:\.\d+)?|[〇零一二三四五六七八九十百千两]+)(.*)$/u.exec(plain) ?? []
  const number = /^[-+\d.]+$/u.test(digits) ? Number(digits) : parseNumeral(digits)
  if (number === undefined || digits === '') return { problem: `“${text}”看不出是多少，请只写数字。` }
  if (written === '' || written === unit.normalize('NFKC')) return { value: number }
  const [own, other] = [findUnit(unit), findUnit(written)]
  if (!own || !other || own.dimension !== other.dimension)
    return { problem: `“${text}”的单位与目标的单位“${unit}”对不上，请按“${unit}”填写。` }
  return { value: rounded((number * other.scale) / own.scale, 6) }
}

function readDone(plain: string, text: string): Figure {
  if (/^(?:是|有|√|1|已?做到|已?完成)$/u.test(plain)) return { value: 1 }
  if (/^(?:否|无|×|0|未做到|未完成)$/u.test(plain)) return { value: 0 }
  return { problem: `“${text}”看不出做到没有，请写“是”或“否”。` }
}
