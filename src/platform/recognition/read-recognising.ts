import type { ReadDocument, ReadingInput, ReadingOptions } from '#platform/reading/document.ts'
import { type RecognitionLimits, recognisePages } from './recognise-pages.ts'
import { missingParts } from './recognition-parts.ts'

type Read = (input: ReadingInput, options?: ReadingOptions) => Promise<ReadDocument>

export interface RecognisingOptions {
  /** Ends all recognition when the program stops. */
  closing?: AbortSignal
  limits?: Partial<RecognitionLimits>
  /** Names of optional packages that are not there. */
  missing?: () => string[]
}

/**
 * Reading that recognises scanned pages and photographs on the way: the file is read once to learn which pages are
 * pictures, they are recognised, and it is read again with their words. Where the optional packages of recognition are
 * not installed it is read as before, and says what is missing.
 */
export const recognising =
  (read: Read, { closing, limits, missing = missingParts }: RecognisingOptions = {}): Read =>
  async (input, options = {}) => {
    if (missing().length > 0) return read(input, { ...options, recognition: 'missing' })
    const first = await read(input, { ...options, recognition: 'wanted' })
    const { scanned } = first
    if (scanned.length === 0) return first
    const { onProgress } = options
    const signal = AbortSignal.any([closing, options.signal].filter((each) => each !== undefined))
    const file = { bytes: input.bytes, kind: isPdf(first) ? 'pdf' : 'picture', pages: scanned } as const
    const recognition = await recognisePages(file, { onProgress, signal, limits })
    const recognised = recognition.flatMap((each) => ('characters' in each ? [each.page] : []))
    return { ...(await read(input, { ...options, recognition })), recognised }
  }

const isPdf = ({ mediaType }: ReadDocument): boolean => mediaType === 'application/pdf'
