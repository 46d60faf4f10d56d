import type { FileAnswer } from '../operation/implement.ts'
import { mediaTypes } from '../operation/media-types.ts'
import { type WorkbookOptions, type WorkbookSheet, writeWorkbook } from './write-workbook.ts'

/** Tables as the file an operation answers with. @param name without its ending */
export const answerWorkbook = async (
  name: string,
  sheets: readonly WorkbookSheet[],
  options: WorkbookOptions,
): Promise<FileAnswer> => ({
  name: `${name}.xlsx`,
  mediaType: mediaTypes.xlsx,
  bytes: await writeWorkbook(sheets, options),
})
