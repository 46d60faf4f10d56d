import type { Todo } from '#kernel/todo.ts'

/** What the day is made of, in the order it is shown; by the kinds modules give their todos. */
const parts: readonly { title: string; kinds: readonly string[] }[] = [
  { title: '批示', kinds: ['note'] },
  { title: '督办', kinds: ['order', 'proposal'] },
  { title: '报送', kinds: ['report'] },
  { title: '审签', kinds: ['review'] },
  { title: '会议', kinds: ['meeting', 'decision'] },
  { title: '工期', kinds: ['step', 'schedule'] },
]

export interface DayPart<T> {
  title: string
  todos: readonly T[]
}

/** A day's todos by what they are; kinds no part names come last, as 其他. Empty parts are left out. */
export function partsOfDay<T extends Pick<Todo, 'kind'>>(todos: readonly T[]): readonly DayPart<T>[] {
  const named = parts.map(({ title, kinds }) => ({ title, todos: todos.filter(({ kind }) => kinds.includes(kind)) }))
  const known = new Set(parts.flatMap(({ kinds }) => kinds))
  const others = { title: '其他', todos: todos.filter(({ kind }) => !known.has(kind)) }
  return [...named, others].filter((part) => part.todos.length > 0)
}
