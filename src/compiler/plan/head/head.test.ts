import { expect, test } from 'vitest'
import { findDate, readDateLine } from './dates.ts'
import { findDivision, levelOf } from './division.ts'
import { findDocumentNumber, readDocumentNumberLine } from './document-number.ts'
import { findPeriod } from './period.ts'
import { titleOfIssued } from './title.ts'

test.each([
  ['2027年4月16日', '2027-04-16'],
  ['二〇二七年四月十六日', '2027-04-16'],
  ['2027年3月20', '2027-03-20'],
  ['发布时间:2027-04-22 16:05', '2027-04-22'],
  ['2027年13月1日', undefined],
  ['2027年', undefined],
])('the date in %s', (text, day) => expect(findDate(text)).toBe(day))

test('a date line holds nothing but the date', () => {
  expect(readDateLine('2027年4月16日')).toBe('2027-04-16')
  expect(readDateLine('自2027年4月16日起施行')).toBeUndefined()
})

test.each([
  ['东政办发〔2027〕23号', '东政办发〔2027〕23号'],
  ['(东江办〔2027〕6号)', '东江办〔2027〕6号'],
  ['东府发[2027]3号', '东府发[2027]3号'],
  ['东教字〔2027)9号', '东教字〔2027)9号'],
  ['2027年第3号', '2027年第3号'],
])('the number in %s, whatever its brackets', (text, number) => expect(readDocumentNumberLine(text)).toBe(number))

test('the number of the document is told from the words before it', () => {
  expect(findDocumentNumber('关于印发治水方案的通知东政办发〔2027〕23号')).toBe('东政办发〔2027〕23号')
  expect(readDocumentNumberLine('按照东政办发〔2027〕23号文件要求')).toBeUndefined()
})

const noDays = { issuedOn: null, pageOn: null }
test.each([
  ['东江市治水三年行动计划(2027—2029年)', '', noDays, '2027-01-01', '2029-12-31', 'title'],
  ['东江市治水攻坚方案(2027年11月—2028年10月)', '', noDays, '2027-11-01', '2028-10-31', 'title'],
  ['东江市2027年治水工作要点', '', noDays, '2027-01-01', '2027-12-31', 'title'],
  ['东江市“十四五”治水规划', '', noDays, '2021-01-01', '2025-12-31', 'title'],
  ['东江市“十五五”治水规划', '', noDays, '2026-01-01', '2030-12-31', 'title'],
  ['东江市治水三年行动方案', '', { issuedOn: '2027-03-01', pageOn: null }, '2027-01-01', '2029-12-31', 'date'],
  [
    '东江市治水方案',
    '到2029年,水质达标。',
    { issuedOn: '2027-03-01', pageOn: null },
    '2027-03-01',
    '2029-12-31',
    'text',
  ],
  ['东江市治水工程意见', '2030年起5年内,水质达标。', noDays, '2030-01-01', '2034-12-31', 'text'],
  ['东江市治水工程意见', '从2030年起,用五年时间,水质达标。', noDays, '2030-01-01', '2034-12-31', 'text'],
  [
    '东江市治水方案',
    '实施期限:2027年1月至2029年6月。\n到2029年,水质达标。',
    noDays,
    '2027-01-01',
    '2029-06-30',
    'text',
  ],
  ['东江市治水方案', '自2027年3月起实施,有效期至2029年12月31日。', noDays, '2027-01-01', '2029-12-31', 'text'],
  ['', '东江市治水规划 2027-2029 年\n到2029年,水质达标。', noDays, '2027-01-01', '2029-12-31', 'text'],
  ['', '二、2027年工作安排', noDays, '2027-01-01', '2027-12-31', 'text'],
  ['东江市治水方案', '水质达标。', { issuedOn: null, pageOn: '2027-03-01' }, '2027-01-01', '2027-12-31', 'date'],
])('the period of %s', (title, text, days, start, end, from) => {
  expect(findPeriod(title, text, days)).toMatchObject({ period: { start, end }, from })
})

test('without any year there is no period', () => {
  expect(findPeriod('东江市治水方案', '水质达标。', noDays)).toMatchObject({ period: null, from: 'none' })
})

test.each([
  ['东江市人民政府办公室', '东江市'],
  ['中共东江市委', '东江市'],
  ['西岭侗族自治县人民政府', '西岭侗族自治县'],
  ['东江市南浦区人民政府办公室', '东江市南浦区'],
  ['市人民政府办公室', null],
])('the place in %s', (issuer, place) => expect(findDivision(issuer)).toBe(place))

test('a 市 that speaks to counties is a prefecture, one that speaks to towns a county-level city', () => {
  expect(levelOf('东江市', '各县(市、区)人民政府')).toBe('地级市')
  expect(levelOf('东江市', '各乡镇人民政府、街道办')).toBe('县级市')
  expect(levelOf('西岭县', '')).toBe('县')
})

test('the plan inside a notice gives the title', () => {
  expect(titleOfIssued('东江市人民政府关于印发《东江市治水方案》的通知')).toBe('东江市治水方案')
  expect(titleOfIssued('东江市人民政府关于印发东江市治水方案的通知')).toBe('东江市治水方案')
  expect(titleOfIssued('东江市治水方案')).toBe('东江市治水方案')
})
