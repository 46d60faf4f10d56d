import { Refusal } from '#kernel/errors.ts'
import { projectFolder } from '../project-folder.ts'

/**
 * What may be logged of an error. Not its message: drivers and parsers put parameters, bodies and people's words there.
 * Name, codes and places in our sources find the fault; the words stay with whoever wrote them.
 */
export interface Fault {
  name: string
  /** SQLSTATE, errno or the code of a refusal. */
  code?: string
  syscall?: string
  table?: string
  constraint?: string
  /** The statement with `$1` for its parameters, literals left out. */
  sql?: string
  /** Where in our own sources, innermost first: `appendEntry src/platform/…:12:5`. */
  at?: string[]
  cause?: Fault
}

const word = /^[\w.-]{1,63}$/
const longestSql = 300
const mostFrames = 6
const deepest = 3

export function describeFault(error: unknown, depth = 1): Fault {
  if (!(error instanceof Error)) return { name: `thrown ${error === null ? 'null' : typeof error}` }
  const words = {
    ...wordOf(error, 'code'),
    ...wordOf(error, 'syscall'),
    ...wordOf(error, 'table'),
    ...wordOf(error, 'constraint'),
  }
  const sql = sqlOf(error)
  const at = framesOf(error)
  const cause = error instanceof AggregateError ? error.errors[0] : error.cause
  return {
    name: word.test(error.name) ? error.name : 'Error',
    ...words,
    ...(sql !== undefined && { sql }),
    ...(at.length > 0 && { at }),
    ...(cause !== undefined && depth < deepest && { cause: describeFault(cause, depth + 1) }),
  }
}

const fieldOf = (error: Error, field: string): unknown => Reflect.get(error, field)

function wordOf<K extends string>(error: Error, field: K): Partial<Record<K, string>> {
  const value = fieldOf(error, field)
  return typeof value === 'string' && word.test(value) ? ({ [field]: value } as Partial<Record<K, string>>) : {}
}

/** As the query layer keeps it, beside its parameters. */
function sqlOf(error: Error): string | undefined {
  const query = fieldOf(error, 'query')
  if (typeof query !== 'string') return undefined
  const bare = query.replaceAll(/'(?:[^']|'')*(?:'|$)/g, "'…'").replaceAll(/\s+/g, ' ')
  // Tables and conditions stand behind a long list of columns.
  return bare.length > longestSql ? `${bare.slice(0, longestSql / 3)}…${bare.slice(-longestSql)}` : bare
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const root = projectFolder()
const frame = new RegExp(
  String.raw`^\s+at (?:async )?(?:([\w$.<>]{1,60}) )?.*?(?:${escaped(root)}|${escaped(encodeURI(root))})/((?:src|dist|scripts|test)/[\w./-]+:\d+:\d+)\)?$`,
)

/** The message stands before the frames and may itself look like some. */
function framesOf({ stack = '', message }: Error): string[] {
  if (!stack.includes(message)) return []
  const after = stack.slice(stack.indexOf(message) + message.length)
  const frames = after.split('\n').flatMap((line) => {
    const [, called, place] = frame.exec(line) ?? []
    return place === undefined ? [] : [called === undefined ? place : `${called} ${place}`]
  })
  return frames.slice(0, mostFrames)
}

/** One line: `DrizzleQueryError：insert into …（src/…:12:5）← DatabaseError 23505 user_pkey`. */
export function sayFault(error: unknown): string {
  const parts: string[] = []
  for (let fault: Fault | undefined = describeFault(error); fault; fault = fault.cause) {
    const { name, code, syscall, table, constraint, sql, at } = fault
    const head = [name, code, syscall, table, constraint].filter((part) => part !== undefined).join(' ')
    parts.push(`${head}${sql ? `：${sql}` : ''}${at ? `（${at.join(' ← ')}）` : ''}`)
  }
  return parts.join('；起因：')
}

/** Why something did not come about, for a person who keeps the installation: the sentence of a refusal, or the fault. */
export const reasonOf = (error: unknown): string =>
  error instanceof Refusal ? error.message : `系统出错：${sayFault(error)}`
