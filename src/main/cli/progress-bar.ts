import type { Terminal } from './terminal.ts'

export interface ProgressBar {
  /** One more document is done; `lines` are printed above the bar. */
  step(lines: readonly string[]): void
  end(): void
}

const width = 30
const everyMilliseconds = 80
const clear = '\r\u001b[K'

/** A bar on standard error where a person watches it and there is more than one thing to wait for; else only the lines. */
export function progressBar(total: number, terminal: Terminal): ProgressBar {
  const isShown = terminal.isWatched && total > 1
  let [done, drawnAt] = [0, 0]
  const draw = () => {
    const full = Math.round((width * done) / total)
    return `${clear}[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${done}/${total}`
  }
  return {
    step(lines) {
      done++
      const text = lines.map((line) => `${line}\n`).join('')
      const isDue = performance.now() - drawnAt >= everyMilliseconds || done === total
      if (!isShown || (!isDue && text === '')) {
        if (text !== '') terminal.err(text)
        return
      }
      drawnAt = performance.now()
      terminal.err(`${text === '' ? '' : clear}${text}${draw()}`)
    },
    end() {
      if (isShown) terminal.err(clear)
    },
  }
}
