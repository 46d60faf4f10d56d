import { commonRuns, type Run } from './diff/common-runs.ts'

export interface TextPiece {
  kind: 'same' | 'added' | 'dropped'
  text: string
}

/**
 * Two wordings of one sentence (or of one whole document) as pieces to show: what stays, what fell out, what came in.
 * The pieces that are `same` or `dropped` give `before`, those that are `same` or `added` give `after`, and
 * `diffText(b, a)` is `diffText(a, b)` with added and dropped exchanged.
 * Whole sentences are laid against each other first, so that long texts cost memory in proportion to their length.
 */
export function diffText(before: string, after: string): TextPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  if (before > after)
    return grouped(diffText(after, before).map((piece) => ({ kind: mirrored[piece.kind], text: piece.text })))
  const sentences = pieces(split(before, sentence), split(after, sentence))
  return grouped(smooth(grouped(refine(sentences))))
}

const mirrored = { same: 'same', added: 'dropped', dropped: 'added' } as const
const sentence = /[^。；;！？\n]*[。；;！？\n]|[^。；;！？\n]+$/gu
/** Figures and Latin words stay whole; Chinese goes by the character. */
const word = /[0-9A-Za-z.]+|[\s\S]/gu

const split = (text: string, by: RegExp): string[] => text.match(by) ?? []

function pieces(before: readonly string[], after: readonly string[]): TextPiece[] {
  const out: TextPiece[] = []
  let [i, j] = [0, 0]
  const end: Run = { before: before.length, after: after.length, length: 0 }
  for (const run of [...commonRuns(before, after), end]) {
    out.push({ kind: 'dropped', text: before.slice(i, run.before).join('') })
    out.push({ kind: 'added', text: after.slice(j, run.after).join('') })
    out.push({ kind: 'same', text: before.slice(run.before, run.before + run.length).join('') })
    i = run.before + run.length
    j = run.after + run.length
  }
  return out
}

/** Looks inside each rewritten stretch for the words that stayed. */
function refine(coarse: readonly TextPiece[]): TextPiece[] {
  return coarse.flatMap((piece, i) => {
    const next = coarse[i + 1]
    if (piece.kind === 'dropped' && next?.kind === 'added')
      return pieces(split(piece.text, word), split(next.text, word))
    return piece.kind === 'added' ? [] : [piece]
  })
}

/** A character or two that stayed by chance between two rewritten stretches only litters the page. */
function smooth(fine: readonly TextPiece[]): TextPiece[] {
  return fine.flatMap((piece, i): TextPiece[] => {
    const isIsland =
      piece.kind === 'same' &&
      i > 0 &&
      i < fine.length - 1 &&
      [...piece.text].length <= 2 &&
      !/[0-9\n。；，、]/u.test(piece.text)
    if (!isIsland || around(fine, i) < 8) return [piece]
    return [
      { kind: 'dropped', text: piece.text },
      { kind: 'added', text: piece.text },
    ]
  })
}

function around(fine: readonly TextPiece[], i: number): number {
  const changed = (piece: TextPiece | undefined) => (piece && piece.kind !== 'same' ? piece.text.length : 0)
  const left = Math.max(changed(fine[i - 1]), changed(fine[i - 2]))
  const right = Math.max(changed(fine[i + 1]), changed(fine[i + 2]))
  return left + right
}

/** Between two stretches that stayed: first all that fell out, then all that came in. */
function grouped(all: readonly TextPiece[]): TextPiece[] {
  const out: TextPiece[] = []
  let [dropped, added] = ['', '']
  const close = () => {
    if (dropped !== '') out.push({ kind: 'dropped', text: dropped })
    if (added !== '') out.push({ kind: 'added', text: added })
    dropped = ''
    added = ''
  }
  for (const piece of all) {
    if (piece.text === '') continue
    if (piece.kind === 'dropped') dropped += piece.text
    else if (piece.kind === 'added') added += piece.text
    else {
      close()
      const last = out.at(-1)
      if (last?.kind === 'same') last.text += piece.text
      else out.push({ ...piece })
    }
  }
  close()
  return out
}
