/** What reading yields: the words of a file as one text that spans can index, and everything the reader could not do. */

/** A page's stretch of the text, `[start, end)` in UTF-16 code units; `page` counts from 1. */
export interface PageRange {
  start: number
  end: number
  page: number
}

export type NoticeKind =
  | 'damagedCharacters'
  | 'otherFormat'
  | 'numberingWritten'
  | 'numberingLost'
  | 'looksLost'
  | 'deletionsDropped'
  | 'notesAppended'
  | 'furnitureDropped'
  | 'menusDropped'
  | 'pageWithoutText'
  | 'pageUnreadable'
  | 'pageGarbled'
  | 'recognisedElsewhere'
  | 'wordsLeftOut'
  | 'damagedParts'
  | 'partsSkipped'
  | 'imagesSkipped'

/** Something the person should know about this reading; `message` is a Chinese sentence, `page` counts from 1. */
export interface Notice {
  kind: NoticeKind
  message: string
  page?: number
}

/** What a reader of one format returns; `readDocument` adds the fingerprint. */
export interface Reading {
  text: string
  mediaType: string
  /** The character set the bytes were decoded with; `binary` for formats that carry their own. */
  encoding: string
  title: string | null
  pages: PageRange[]
  notices: Notice[]
}

export interface ReadDocument extends Reading {
  /** SHA-256 of the bytes as handed in, hex. */
  sha256: string
}

export interface ReadingInput {
  /** The file's name as the person sees it; only its ending is looked at. */
  name: string
  bytes: Uint8Array
}

/** `done` of `total` steps of the named stage (Chinese). */
export type Progress = (done: number, total: number, stage: string) => void

/** Where the product says no, so that one file cannot stop everybody's work. */
export interface ReadingLimits {
  /** Size of the file. */
  bytes: number
  pages: number
  /** Length of the text; stands in for pages where a format has none. */
  characters: number
  /** Sum of what a zipped file unfolds to. */
  unzippedBytes: number
  /** Of one entry read whole; what is streamed has no bound of its own. */
  partBytes: number
  /** Unfolded size over zipped size, looked at from 10 MB up. */
  zipRatio: number
  milliseconds: number
}

export const readingLimits: ReadingLimits = {
  bytes: 50 * 1024 * 1024,
  pages: 2000,
  // 1,500 characters fill a densely set A4 page; a page by GB/T 9704 holds 616.
  characters: 2000 * 1500,
  unzippedBytes: 300 * 1024 * 1024,
  partBytes: 100 * 1024 * 1024,
  zipRatio: 200,
  milliseconds: 60_000,
}

export interface ReadingOptions {
  onProgress?: Progress
  signal?: AbortSignal
  limits?: Partial<ReadingLimits>
}

/** What every format reader is handed. */
export interface ReadingContext {
  limits: ReadingLimits
  progress: Progress
  /** Throws once the time is up or the person has cancelled; call it between pieces of work. */
  checkpoint(): void
}
