import { z } from 'zod'
import { jsonIn } from '#kernel/json.ts'
import { useRemembered } from '#ui/remembered.ts'
import { Find } from '../contract.ts'

const most = 6

const parse = (text: string | null): readonly Find[] => z.array(Find).safeParse(jsonIn(text ?? '')).data ?? []

/** What this person opened from the search last, the newest first. */
export function useRecentFinds(): [recent: readonly Find[], add: (find: Find) => void] {
  const [text, remember] = useRemembered('finds')
  const recent = parse(text)
  const add = (find: Find) =>
    remember(JSON.stringify([find, ...recent.filter(({ to }) => to !== find.to)].slice(0, most)))
  return [recent, add]
}
