import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * Leads to another address in place of this one, once: what it is drawn with while the other page is still being
 * fetched no longer matters (the router's own element would set off again at every drawing).
 */
export function Redirect({ href }: { href: string }) {
  const { history } = useRouter()
  const [goal] = useState(href)
  useEffect(() => history.replace(goal), [history, goal])
  return null
}
