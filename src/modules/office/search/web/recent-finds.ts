import { z } from 'zod'
import { useRemembered } from '#ui/remembered.ts'
import { Find } from '../contract.ts'

const most = 6

function parse(text: string | null): readonly Find[] {
  try {
    return z.array(Find).parse(JSON.parse(text ?? '[]'))
  } catch {
    return []
  }
}

/** What this person opened from the search last, the newest first. */
export function useRecentFinds(): [recent: readonly Find[], add: (find: Find) => void] {
  const [text, remember] = useRemembered('finds')
  const recent = parse(text)
  const add = (find: Find) =>
    remember(JSON.stringify([find, ...recent.filter(({ to }) => to !== find.to)].slice(0, most)))
  return [recent, add]
}
