import type { FormField } from '#kernel/fields.ts'
import { headOf, inWords } from '#kernel/registry/cell.ts'
import { maskValues } from '#kernel/registry/mask.ts'
import { Asked, isKeeper } from '#kernel/registry/registry.ts'
import { type Implementation, implementDownload } from '#platform/operation/implement.ts'
import type { WorkbookColumn } from '#platform/spreadsheet/workbook-column.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { type Kit, whereOf } from './kit.ts'
import { listRecords } from './list-records.ts'
import { enter, namesIn } from './records.ts'
import { openedValues } from './write-records.ts'

export const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const widths: Readonly<Record<string, number>> = {
  long: 36,
  number: 10,
  money: 12,
  percent: 10,
  day: 12,
  choice: 10,
  yesno: 6,
}

export const columnOf = (field: FormField): WorkbookColumn => ({
  title: headOf(field),
  width: field.width ?? widths[field.kind] ?? 20,
  ...(field.kind === 'day' && { kind: 'date' as const }),
  ...(['number', 'money'].includes(field.kind) && { kind: 'number' as const }),
})

/** Counts the rows for the eye; the import does not read it. */
const ordinal: WorkbookColumn = { title: '序号', width: 6, kind: 'number' }

export const inSheet = ({ fields }: Pick<Kit, 'fields'>) => fields.filter(({ kind }) => kind !== 'files')

/** What is filtered, as a sheet the import reads back. */
export const exportRecords = (kit: Kit): Implementation =>
  implementDownload(kit.operations.exportRecords, async ({ input, tx, actor, today, about }) => {
    const place = await enter(kit, { input, tx, actor })
    const { divisionCode } = actor
    const asked = { ...input, ...Asked.parse(input) }
    const keep = isKeeper(kit, actor)
    const { rows } = await listRecords(tx, kit, { listing: { divisionCode, today, people: keep, asked } })
    const names = await namesIn(kit, tx, { all: rows, where: whereOf(kit, divisionCode, input) })
    const fields = inSheet(kit)
    const isNumbered = kit.order === 'kept'
    const cells = rows.map((row, i) => {
      const values = openedValues(kit, row)
      const shown = keep ? values : maskValues(kit.fields, values)
      const own = fields.map((field) => cellOf(field, shown[field.name], (id) => names.get(id) ?? ''))
      return isNumbered ? [i + 1, ...own] : own
    })
    const list = kit.title ?? `${kit.noun}名录`
    about(place === '' ? list : `“${place}”${list}`, { 行数: rows.length })
    const on = asked.on ?? today
    return {
      name: `${place}${list}（${on}）.xlsx`,
      mediaType,
      bytes: await writeWorkbook(
        [
          {
            name: kit.title ?? kit.noun,
            columns: [...(isNumbered ? [ordinal] : []), ...fields.map(columnOf)],
            rows: cells,
          },
        ],
        {
          title: place + list,
          note: `截至 ${on}，共 ${rows.length} ${kit.measure}`,
          ...(fields.length > 8 && { paper: 'a3', orientation: 'landscape' }),
        },
      ),
    }
  })

function cellOf(field: FormField, value: unknown, nameOf: (id: string) => string): string | number | null {
  const words = inWords(field, value, nameOf)
  if (words === '') return null
  return ['number', 'money'].includes(field.kind) ? Number(words) : words
}
