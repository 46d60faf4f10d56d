import { expect, test } from 'vitest'
import { readTable, sheetOf } from '#platform/spreadsheet/read-table.ts'
import { calendarColumns, readCalendarTable } from './calendar-table.ts'

const read = (...cells: string[][]) => readCalendarTable(2027, readTable(sheetOf(cells), calendarColumns, 'day').rows)

test('one day a row, in every way a day is written', () => {
  expect(
    read(
      ['澄禾县2027年放假安排'],
      ['序号', '日期', '节日', '类型'],
      ['1', '２０２７－０１－０１', '元旦', '休'],
      ['2', '20270102', '元旦', '放假'],
      ['3', '2027.2.6.', '春节', '班'],
      ['序号', '日期', '节日', '类型'],
      ['4', '10月1日至3日', '国庆节', '休'],
      ['备注：以国务院办公厅通知为准'],
    ),
  ).toEqual({
    year: 2027,
    holidays: ['2027-01-01', '2027-01-02', '2027-10-01', '2027-10-02', '2027-10-03'],
    workdays: ['2027-02-06'],
    doubts: [],
  })
})

test('one holiday a row with its days off and its days worked', () => {
  expect(
    read(
      ['节日', '放假时间', '天数', '调休上班日期'],
      ['元旦', '1月1日（周五）-1月3日（周日）', '3天', '无'],
      ['国庆节', '10月1日至7日', '7', '9月26日、10月9日'],
      ['中秋节', '待定', '', '—'],
    ),
  ).toMatchObject({
    holidays: expect.arrayContaining(['2027-01-03', '2027-10-07']),
    workdays: ['2027-09-26', '2027-10-09'],
    doubts: ['第 4 行：“待定”里没有读出日期，没有计入。'],
  })
})

test('of a whole year only a worked Saturday is news', () => {
  const { holidays, workdays, doubts } = read(
    ['日期', '类型'],
    ['2027-01-01', '节假日'],
    ['2027-01-04', '工作日'],
    ['2027-01-09', '周末'],
    ['2027-02-06', '工作日'],
  )!
  expect({ holidays, workdays, doubts }).toEqual({ holidays: ['2027-01-01'], workdays: ['2027-02-06'], doubts: [] })
})

test('a sheet without such columns is no table', () => {
  expect(read(['2027-01-01', '休'], ['2027-01-02', '休'])).toBeUndefined()
})
