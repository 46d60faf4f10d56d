import type { Rule } from './page-rules.ts'
import type { Character } from './pdf-drawing.ts'

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
  | 'deletionsDropped'
  | 'notesAppended'
  | 'furnitureDropped'
  | 'menusDropped'
  | 'pageWithoutText'
  | 'pageUnreadable'
  | 'pageGarbled'
  | 'recognisedElsewhere'
  | 'looksLost'
  | 'recognised'
  | 'recognitionFailed'
  | 'recognitionMissing'
  | 'sealLifted'
  | 'doubtfulWords'
  | 'doubtfulFigure'
  | 'wordsLeftOut'
  | 'damagedParts'
  | 'partsSkipped'
  | 'imagesSkipped'

/** Something the person should know about this reading; `message` is a Chinese sentence, `page` counts from 1. */
export interface Notice {
  kind: NoticeKind
  message: string
  page?: number
  /** The stretch of the text it speaks of, `[start, end)`. */
  span?: readonly [start: number, end: number]
  /** A cutting of the page it speaks of, as a data address. */
  picture?: string
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
  /** Pages, from 1, that are pictures, where recognition is wanted for them. */
  scanned?: number[]
}

export interface ReadDocument extends Reading {
  /** SHA-256 of the bytes as handed in, hex. */
  sha256: string
  scanned: number[]
  /** Pages whose words were recognised from their pictures. */
  recognised?: number[]
}

/** What recognition made of the picture of one page; points from the page's upper left corner, set straight. */
export interface RecognisedPage {
  /** Counts from 1. */
  page: number
  width: number
  height: number
  characters: Character[]
  rules: Rule[]
  /** A red seal stood on it and was taken off. */
  hasSeal: boolean
  /** Cuttings of what recognition is unsure of, as data addresses, by the run of their characters. */
  cuttings: { run: number; picture: string }[]
}

/** A page that recognition gave up. */
export interface FailedPage {
  page: number
  why: 'time' | 'memory' | 'damaged'
}

/** A wish to hear which pages are pictures; that recognition is not installed here; or what it made of them. */
export type Recognition = 'wanted' | 'missing' | readonly (RecognisedPage | FailedPage)[]

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
  /** Without it pages that are pictures are told of and left out. */
  recognition?: Recognition
}

/** What every format reader is handed. */
export interface ReadingContext {
  limits: ReadingLimits
  progress: Progress
  recognition: Recognition | undefined
  /** Throws once the time is up or the person has cancelled; call it between pieces of work. */
  checkpoint(): void
}
