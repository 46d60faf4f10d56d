import type { CompiledDocument } from './compile-document.ts'

/** `file:line:column: severity code message`, as compilers print; lines and columns count from 1, columns in UTF-16 code units. */
export function diagnosticLines(file: string, { plan, notices, pages }: CompiledDocument): string[] {
  const place = placeIn(plan.source.text)
  const fromReading = notices.map((notice) => {
    const page = pages.find((range) => range.page === notice.page)
    return line(file, place(notice.span?.[0] ?? page?.start ?? 0), [
      'warning',
      `reading.${notice.kind}`,
      notice.message,
    ])
  })
  const fromCompiler = plan.diagnostics.map(({ span, severity, code, message }) =>
    line(file, place(span[0]), [severity, code, message]),
  )
  return [...fromReading, ...fromCompiler]
}

/** The line for a document that could not be read at all. */
export const refusalLine = (file: string, code: string, sentence: string): string =>
  line(file, { line: 1, column: 1 }, ['error', code, sentence])

interface Place {
  line: number
  column: number
}

const line = (file: string, at: Place, words: [string, string, string]): string =>
  `${file}:${at.line}:${at.column}: ${words.join(' ').replace(/\s*\n\s*/gu, ' ')}`

/** Finds the line and column of an offset in one text, however many are asked for. */
function placeIn(text: string): (offset: number) => Place {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
