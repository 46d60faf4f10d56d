export interface UploadLine<T = unknown> {
  id: number
  name: string
  /** Bytes. */
  size: number
  state: 'waiting' | 'sending' | 'working' | 'done' | 'refused'
  /** 0–1 of the bytes sent. */
  share: number
  /** The server's sentence when refused. */
  sentence?: string
  answer?: T
}

type Send<T> = (file: File, onProgress: (share: number) => void) => Promise<T>

/** Two at a time keep a slow line busy without starving the rest of the page. */
const atOnce = 2

/** Sends files in turn and tells how each is getting on; a store for `useSyncExternalStore`. */
export class UploadQueue<T> {
  lines: readonly UploadLine<T>[] = []
  private readonly send: Send<T>
  private readonly listeners = new Set<() => void>()
  private readonly waiting: { id: number; file: File }[] = []
  private running = 0
  private lastId = 0

  constructor(send: Send<T>) {
    this.send = send
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly add = (files: readonly File[]): void => {
    for (const file of files) {
      const id = ++this.lastId
      this.waiting.push({ id, file })
      this.show([...this.lines, { id, name: file.name, size: file.size, state: 'waiting', share: 0 }])
    }
    this.pump()
  }

  readonly dismiss = (id: number): void => this.show(this.lines.filter((line) => line.id !== id))

  private show(lines: readonly UploadLine<T>[]): void {
    this.lines = lines
    for (const listener of this.listeners) listener()
  }

  private change(id: number, patch: Partial<UploadLine<T>>): void {
    this.show(this.lines.map((line) => (line.id === id ? { ...line, ...patch } : line)))
  }

  private pump(): void {
    while (this.running < atOnce) {
      const next = this.waiting.shift()
      if (!next) return
      this.running += 1
      void this.carry(next.id, next.file)
    }
  }

  private async carry(id: number, file: File): Promise<void> {
    this.change(id, { state: 'sending' })
    try {
      const answer = await this.send(file, (share) =>
        this.change(id, { share, state: share < 1 ? 'sending' : 'working' }),
      )
      this.change(id, { state: 'done', share: 1, answer })
    } catch (problem) {
      this.change(id, { state: 'refused', sentence: problem instanceof Error ? problem.message : String(problem) })
    }
    this.running -= 1
    this.pump()
  }
}
