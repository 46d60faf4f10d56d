import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/** Passes bytes on and remembers how many there were, how many lines, and both hashes. */
export class Measuring extends Transform {
  #bytes = 0
  #rows = 0
  readonly #sha256 = createHash('sha256')
  readonly #sm3 = createHash('sm3')

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length
    // In the text form of COPY a line feed within a value is written as an escape: each one ends a row.
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.#rows++
    this.#sha256.update(chunk)
    this.#sm3.update(chunk)
    done(null, chunk)
  }

  /** Once, after the last byte. */
  result(): { bytes: number; rows: number; sha256: string; sm3: string } {
    return { bytes: this.#bytes, rows: this.#rows, sha256: this.#sha256.digest('hex'), sm3: this.#sm3.digest('hex') }
  }
}
