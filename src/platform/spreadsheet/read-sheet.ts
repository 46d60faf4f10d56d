import type { UploadedFile } from '#platform/operation/implement.ts'

/** The first sheet of a spreadsheet as rows of cells. */
export const readSheet = async ({ bytes }: UploadedFile): Promise<string[][]> =>
  new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split(','))
