import { writeFileSync } from 'node:fs'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { allianceName, fields } from './names.ts'

/** A sheet of so many alliances, written by a process of its own so that it is no part of what is measured. */
const [place = '', count = '0'] = process.argv.slice(2)
const heads = [
  '联盟名称',
  '别名',
  '技术领域',
  '状态',
  '牵头单位',
  '成员单位数',
  '成立日期',
  '联系人',
  '联系电话',
  '备注',
]
const columns = heads.map((title) => ({ title, width: 20 }))
const rows = Array.from({ length: Number(count) }, (_, i) => [
  allianceName(i),
  `联盟${i}、第${i}号`,
  fields[i % fields.length] ?? '',
  ['筹建', '运行', '注销'][i % 3] ?? '',
  `第${i % 900}工作局`,
  String(i % 200),
  `20${10 + (i % 15)}-0${1 + (i % 9)}-18`,
  '沈小满',
  '13800000000',
  i % 10 === 0 ? '按季度报送共性技术攻关进展。' : '',
])
writeFileSync(place, await writeWorkbook([{ name: '联盟', columns, rows }]))
