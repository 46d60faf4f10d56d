import type { OfficePackage } from '#platform/reading/open-package.ts'
import type { Archive } from '#platform/reading/open-zip.ts'
import { attributeOf, childAt, childrenOf, type MarkupNode } from '#platform/reading/xml.ts'
import { spreadsheetErrors } from './errors.ts'
import { builtInFormat, readFormat, type ShowNumber } from './number-format.ts'

/** What must be known of an .xlsx before its rows are read. */
export interface Workbook {
  archive: Archive
  /** The visible sheets of cells with the names of their parts. */
  sheets: { name: string; part: string }[]
  /** Name of the part with the texts all sheets share. */
  sharedPart: string | undefined
  /** What a number of the style, by its index, means. */
  styles: ShowNumber[]
}

/** Finds sheets, shared texts and formats by the relationships of the workbook (ECMA-376 part 1, 12.3). */
export async function openWorkbook(archive: Archive, file: OfficePackage): Promise<Workbook> {
  const workbook = childAt(await file.part(file.main), 'workbook')
  const sheets = childrenOf(childAt(workbook, 'sheets'), 'sheet')
    .filter((sheet) => (attributeOf(sheet, 'state') ?? 'visible') === 'visible')
    .flatMap((sheet) => {
      const name = attributeOf(sheet, 'name') ?? ''
      const found = file.relations.find(({ id }) => id === attributeOf(sheet, 'id'))
      if (!found && file.relations.length > 0) throw spreadsheetErrors.torn({})
      // Charts stand among the sheets; a file that has lost its relations names its parts as is usual.
      if (!found) return [{ name, part: `xl/worksheets/sheet${attributeOf(sheet, 'sheetId')}.xml` }]
      return found.type === 'worksheet' ? [{ name, part: found.part }] : []
    })
  const from1904 = ['1', 'true'].includes(attributeOf(childAt(workbook, 'workbookPr'), 'date1904') ?? '')
  return {
    archive,
    sheets,
    sharedPart:
      file.relations.find(({ type }) => type === 'sharedStrings')?.part ??
      archive.names.find((name) => /(^|\/)sharedStrings\.xml$/i.test(name)),
    styles: stylesIn(childAt(await file.related('styles'), 'styleSheet'), from1904),
  }
}

function stylesIn(styles: MarkupNode | undefined, from1904: boolean): ShowNumber[] {
  const formats = new Map(
    childrenOf(childAt(styles, 'numFmts'), 'numFmt').map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      attributeOf(format, 'formatCode') ?? '',
    ]),
  )
  return childrenOf(childAt(styles, 'cellXfs'), 'xf').map((style) => {
    const id = Number(attributeOf(style, 'numFmtId'))
    return readFormat(formats.get(id) ?? builtInFormat(id), from1904)
  })
}
