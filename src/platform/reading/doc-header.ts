import { readCompoundStream } from './compound-file.ts'

/** The first fields of a .doc's WordDocument stream ([MS-DOC] 2.5 Fib). */

const flagsAt = 0x0a
const encrypted = 0x0100
/** `lcbPlfLfo`, the size of the table of lists in use. */
const listTableSizeAt = 0x2ee

const header = (bytes: Uint8Array): DataView | undefined => {
  const stream = readCompoundStream(bytes, 'WordDocument')
  return stream && stream.length > listTableSizeAt + 4
    ? new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
    : undefined
}

export const isEncryptedDoc = (bytes: Uint8Array): boolean =>
  ((header(bytes)?.getUint16(flagsAt, true) ?? 0) & encrypted) !== 0

/** Whether the document uses lists at all: an empty table is four bytes long. */
export const hasListsInDoc = (bytes: Uint8Array): boolean => (header(bytes)?.getUint32(listTableSizeAt, true) ?? 0) > 4
