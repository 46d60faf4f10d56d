import type { FormField } from '#kernel/fields.ts'
import { headOf } from '#kernel/registry/cell.ts'
import { type Implementation, implementDownload } from '#platform/operation/implement.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { columnOf, inSheet, mediaType } from './export-records.ts'
import type { IntakeKit } from './intake-kit.ts'
import { aroundOf } from './kit.ts'
import { enterPlace } from './records.ts'

/** A sheet with the heads, with what is known where its rows are, and on a second one what may stand in each column. */
export const downloadTemplate = (intake: IntakeKit): Implementation =>
  implementDownload(intake.operations.downloadTemplate, async (call) => {
    const { tx, actor, input, today } = call
    const place = await enterPlace(intake, call)
    const around = aroundOf(intake, input)
    const rows = (await intake.fill?.(tx, { divisionCode: actor.divisionCode, around, today })) ?? []
    const name = intake.fill ? `${place}${intake.noun}表` : `${intake.noun}导入模板`
    call.about(name)
    const fields = inSheet(intake)
    const help = fields.map((field) => [headOf(field), field.required ? '必填' : '可空', howToWrite(field)])
    return {
      name: `${name}.xlsx`,
      mediaType,
      bytes: await writeWorkbook([
        { name: intake.noun, columns: fields.map(columnOf), rows },
        {
          name: '填写说明',
          columns: [
            { title: '栏目', width: 20 },
            { title: '是否必填', width: 10 },
            { title: '怎样填写', width: 60 },
          ],
          rows: help,
        },
      ]),
    }
  })

/** What may stand in a cell of this column. */
export function howToWrite({ kind, options, titles = {}, unit = '', help = '', fields }: FormField): string {
  const units = fields.find(({ name }) => name === 'unit')?.options ?? []
  const said: Readonly<Record<string, string>> = {
    day: '写成 2024-03-18',
    number: `只写数字${unit === '' ? '' : `，单位${unit}`}`,
    money: `只写数字，单位${unit === '' ? '万元' : unit}`,
    percent: '写成 12.5%',
    yesno: '写“是”或“否”',
    names: '几个名称之间用顿号分开',
    quantity: `数字加单位（${units.join('、')}），不写单位的按${units[0] ?? ''}`,
    rows: `一条依次写${fields.map(headOf).join('｜')}，几条之间用“；”分开`,
  }
  const listed = options.length > 0 ? `从这些里选：${options.map((one) => titles[one] ?? one).join('、')}` : ''
  return [listed, said[kind] ?? '', help].filter(Boolean).join('；')
}
