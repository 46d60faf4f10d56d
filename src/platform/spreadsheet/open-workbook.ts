import { posix } from 'node:path'
import { isDateFormat } from 'hucre'
import type { Archive } from '#platform/reading/open-zip.ts'
import { attributeOf, childAt, childrenOf, type MarkupNode, parseXml } from '#platform/reading/xml.ts'
import { spreadsheetErrors } from './errors.ts'

/** What must be known of an .xlsx before its rows are read. */
export interface Workbook {
  archive: Archive
  /** The visible sheets with the names of their parts. */
  sheets: { name: string; part: string }[]
  /** Name of the part with the texts all sheets share. */
  sharedPart: string | undefined
  /** Whether a number of the style, by its index, is a date. */
  dateStyles: boolean[]
  /** Days are counted from 1904 instead of 1900. */
  from1904: boolean
}

/** Finds sheets, shared texts and formats by the relationships of the workbook (ECMA-376 part 1, 12.3). */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const workbook = childAt(await partOf(archive, 'xl/workbook.xml'), 'workbook')
  const relations = childrenOf(
    childAt(await partOf(archive, 'xl/_rels/workbook.xml.rels'), 'Relationships'),
    'Relationship',
  )
  const target = (matches: (relation: MarkupNode) => boolean): string | undefined => {
    const found = attributeOf(relations.find(matches), 'Target')
    return found?.startsWith('/') ? found.slice(1) : found && posix.join('xl', found)
  }
  const ofKind = (kind: string) => target((each) => attributeOf(each, 'Type')?.endsWith(`/${kind}`) ?? false)
  const sheets = childrenOf(childAt(workbook, 'sheets'), 'sheet')
    .filter((sheet) => (attributeOf(sheet, 'state') ?? 'visible') === 'visible')
    .map((sheet) => ({
      name: attributeOf(sheet, 'name') ?? '',
      part: target((each) => attributeOf(each, 'Id') === attributeOf(sheet, 'id')),
    }))
  const styles = ofKind('styles')
  return {
    archive,
    sheets: sheets.map(({ name, part }) => {
      if (part === undefined) throw spreadsheetErrors.torn({})
      return { name, part }
    }),
    sharedPart: ofKind('sharedStrings'),
    dateStyles: styles === undefined ? [] : dateStylesIn(childAt(await partOf(archive, styles), 'styleSheet')),
    from1904: ['1', 'true'].includes(attributeOf(childAt(workbook, 'workbookPr'), 'date1904') ?? ''),
  }
}

const partOf = async (archive: Archive, name: string): Promise<MarkupNode> =>
  parseXml(new TextDecoder().decode(await archive.read(name)))

/** Date formats a file need not spell out (ECMA-376 part 1, 18.8.30, with those of Chinese and Japanese programs). */
const builtInDates: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

function dateStylesIn(styles: MarkupNode | undefined): boolean[] {
  const formats = new Map(
    childrenOf(childAt(styles, 'numFmts'), 'numFmt').map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      attributeOf(format, 'formatCode') ?? '',
    ]),
  )
  return childrenOf(childAt(styles, 'cellXfs'), 'xf').map((style) => {
    const id = Number(attributeOf(style, 'numFmtId'))
    const format = formats.get(id)
    return format ? isDateFormat(format) : builtInDates.some(([first, last]) => first <= id && id <= last)
  })
}
