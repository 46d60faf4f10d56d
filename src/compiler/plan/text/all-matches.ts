/** Every match of a global pattern, in order. `String.matchAll` copies the pattern first, which costs more than most searches here. */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    found.push(hit)
    if (hit[0] === '') pattern.lastIndex++
  }
  return found
}
