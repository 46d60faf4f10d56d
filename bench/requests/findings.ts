import type { Made } from './make-request.ts'
import type { Answer } from './send.ts'

interface Kind {
  count: number
  first: string
}

/** What was found, by kind and operation, with the first of each told whole. */
export function createFindings() {
  const kinds = new Map<string, Kind>()
  return {
    add(kind: string, made?: Made, answer?: Answer): void {
      const key = made ? `${made.aim}: ${kind}` : kind
      const known = kinds.get(key)
      if (known) known.count += 1
      else kinds.set(key, { count: 1, first: made ? describe(made, answer) : '' })
    },
    count: () => [...kinds.values()].reduce((sum, { count }) => sum + count, 0),
    report(): string {
      if (kinds.size === 0) return 'nothing found'
      const sorted = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))
      return sorted.map(([key, { count, first }]) => `${count} × ${key}${first && `\n${first}`}`).join('\n')
    },
  }
}

export type Findings = ReturnType<typeof createFindings>

function describe({ index, account, method, path, headers, body, raw }: Made, answer?: Answer): string {
  const who = account ? account.username : 'nobody'
  const lines = [
    `no. ${index}, ${who}: ${method} ${path.slice(0, 300)}`,
    raw ? JSON.stringify(raw.toString('latin1')).slice(0, 300) : JSON.stringify(headers).slice(0, 300),
    body ? JSON.stringify(body.toString('utf8')).slice(0, 500) : '',
    answer
      ? `→ ${answer.status} in ${answer.milliseconds.toFixed(0)} ms ${answer.body.toString('utf8').slice(0, 500)}`
      : '',
  ]
  return lines
    .filter((line) => line !== '')
    .map((line) => `    ${line}`)
    .join('\n')
}
