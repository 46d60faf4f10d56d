import type { PlanTask } from '#compiler/compiled-plan.ts'

const roleWords = /牵头|责任|负责|配合|参与|参加|落实|承办|主办|协办|会同|分工|时限/u
/** Owner clauses that stand on a line of their own or close a paragraph behind its last sentence. */
const roleLine =
  /(?:^|(?<=[。；;！]))\s*(?:牵头|责任|配合|参与|参加|落实|承办|主办|协办)(?:单位|部门|领导)\s*[:：].*$|(?:^|(?<=[。；;！]))\s*(?:完成|办理)时限\s*[:：].*$/gmu
const openers = '（(〔[［'
const closers = '）)〕]］'

/**
 * What a task asks for: its text without number, title and the clause that says who is responsible and by when, since
 * tables print those in columns of their own.
 */
export function taskBody(task: Pick<PlanTask, 'number' | 'title' | 'text' | 'leads' | 'participants'>): string {
  const names = [...task.leads, ...task.participants].map((agency) => agency.name)
  const says = (group: string) => roleWords.test(group) && names.some((name) => group.includes(name))
  const kept = groups(task.text).reduceRight(
    (text, [start, end]) => (says(text.slice(start, end)) ? text.slice(0, start) + text.slice(end) : text),
    task.text,
  )
  return withoutTitle(names.length > 0 ? kept.replace(roleLine, '') : kept, task)
    .replace(/\n{2,}/gu, '\n')
    .trim()
}

/** The outermost brackets of a text, in order. */
function groups(text: string): [number, number][] {
  const found: [number, number][] = []
  let [depth, start] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (openers.includes(letter)) {
      if (depth === 0) start = i
      depth++
    } else if (closers.includes(letter) && depth > 0) {
      depth--
      if (depth === 0) found.push([start, i + 1])
    }
  }
  return found
}

function withoutTitle(text: string, task: Pick<PlanTask, 'number' | 'title'>): string {
  const head = text.trimStart()
  const at = task.title === '' ? -1 : head.indexOf(task.title)
  const before = at < 0 ? '' : head.slice(0, at).replace(/[\s（(）)第条、.．，,]/gu, '')
  if (at < 0 || (before !== '' && before !== task.number)) return head
  return head.slice(at + task.title.length).replace(/^[\s。.：:；;]+/u, '')
}
