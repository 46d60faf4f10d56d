import { expect, test } from 'vitest'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { aSheetFile } from '#platform/spreadsheet/sheet-file.fixture.ts'
import { openCounty } from './county.ts'

const { system, people } = await openCounty()
const text = (place: string, word: string) => `<c r="${place}" t="inlineStr"><is><t>${word}</t></is></c>`
const read = (bytes: Uint8Array) =>
  system.call(scheduleContract.readCalendarFile, people.office, { year: 2027 }, { name: '放假安排.xlsx', bytes })

test('a table of days off is read by its columns; what is not read is told', async () => {
  const rows = [
    `<row r="1">${text('A1', '澄禾县2027年放假安排')}</row>`,
    `<row r="2">${text('A2', '日期')}${text('B2', '节日')}${text('C2', '类型')}</row>`,
    `<row r="3"><c r="A3" s="0"><v>46388</v></c>${text('B3', '元旦')}${text('C3', '休')}</row>`,
    `<row r="4">${text('A4', '20270102')}${text('B4', '元旦')}</row>`,
    `<row r="5"><c r="A5" t="e"><v>#N/A</v></c>${text('B5', '春节')}${text('C5', '班')}</row>`,
    `<row r="6">${text('A6', '2027-02-06')}${text('B6', '春节')}${text('C6', '班')}</row>`,
    `<row r="7">${text('A7', '注：2027-02-07 另行通知')}</row>`,
  ].join('')
  const behind = '<mergeCells><mergeCell ref="C3:C4"/></mergeCells>'
  const reading = await read(await aSheetFile({ rows, behind, formats: ['yyyy-mm-dd'] }))
  expect(reading).toMatchObject({ holidays: ['2027-01-01', '2027-01-02'], workdays: ['2027-02-06'] })
  expect(reading.doubts).toEqual([
    expect.stringContaining('第 5 行：“日期”一格的公式出错（#N/A）'),
    '第 7 行“注：2027-02-07 另行通知”没有作为日期读入。',
  ])
})

test('a sheet without a head is read by its words', async () => {
  const rows = `<row r="1">${text('A1', '2027-01-01')}${text('B1', '休')}</row><row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>`
  expect(await read(await aSheetFile({ rows }))).toMatchObject({
    holidays: ['2027-01-01'],
    doubts: ['第 2 行有一格没有值（#REF!），没有计入。'],
  })
})
