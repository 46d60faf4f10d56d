import type { RecognisedPage } from '#platform/reading/document.ts'

export type ScanKind = 'pdf' | 'picture'

/** What the child is told: first the file, then one page after another. */
export type Order =
  | { type: 'open'; bytes: Uint8Array; kind: ScanKind; maxMegabytes: number }
  | { type: 'page'; page: number }

/** What it answers to each page; `undefined` is a page that is damaged. */
export interface Answer {
  page: RecognisedPage | undefined
}
