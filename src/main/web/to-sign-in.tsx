import { useEffect, useState } from 'react'

/** Leads to the page for signing in, which is no part of this program, and from there back to where one was. */
export function ToSignIn({ from }: { from: string }) {
  const [goal] = useState(from === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`)
  useEffect(() => window.location.replace(goal), [goal])
  return null
}
