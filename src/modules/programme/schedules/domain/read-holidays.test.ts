import { describe, expect, test } from 'vitest'
import { publishedYears } from '#kernel/calendar.ts'
import { checkCalendarYear } from './check-calendar-year.ts'
import { readHolidays } from './read-holidays.ts'

describe('a notice of days off', () => {
  const text = `
    一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
    二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
    三、清明节：4月4日（周六）至6日（周一）放假，共3天。
    四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
    五、端午节：6月19日（周五）至21日（周日）放假，共3天。
    六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
    七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

  test('is read as the published year is known', () => {
    const { holidays, workdays } = publishedYears.find(({ year }) => year === 2026)!
    expect(readHolidays(2026, text)).toEqual({ year: 2026, holidays, workdays, doubts: [] })
  })

  test('with off and worked days in one sentence keeps them apart', () => {
    const reading = readHolidays(2027, '国庆节：10月1日至7日放假调休，9月26日（周日）、10月9日（周六）上班。')
    expect(reading.holidays.length).toBe(7)
    expect(reading.workdays).toEqual(['2027-09-26', '2027-10-09'])
  })

  test('a count that does not agree is doubted', () => {
    expect(readHolidays(2027, '1月1日至3日放假，共4天。').doubts).toEqual([
      expect.stringContaining('写的是共 4 天，读出 3 天'),
    ])
  })
})

describe('a list of days', () => {
  test('is read line by line', () => {
    const reading = readHolidays(2027, '2027-01-01 元旦 休\n2027/1/2 休\n2027年2月6日 班\n2027.10.1~2027.10.3 休')
    expect(reading.holidays).toEqual(['2027-01-01', '2027-01-02', '2027-10-01', '2027-10-02', '2027-10-03'])
    expect(reading.workdays).toEqual(['2027-02-06'])
  })

  test('a day with neither word, or of another year, is told and not taken', () => {
    const reading = readHolidays(2027, '2027-01-01\n2026-12-31 休')
    expect(reading.holidays).toEqual([])
    expect(reading.doubts.length).toBe(2)
  })
})

describe('a year to be entered', () => {
  const year = { year: 2027, holidays: ['2027-01-01'], workdays: [] }
  test('is sorted and each day stands once', () => {
    expect(checkCalendarYear({ ...year, holidays: ['2027-01-02', '2027-01-01', '2027-01-02'] }).holidays).toEqual([
      '2027-01-01',
      '2027-01-02',
    ])
  })

  test('without days, with days of another year, or with a make-up Monday is refused', () => {
    expect(() => checkCalendarYear({ ...year, holidays: [] })).toThrow('没有读出放假日期')
    expect(() => checkCalendarYear({ ...year, workdays: ['2026-02-07'] })).toThrow('不在 2027 年')
    expect(() => checkCalendarYear({ ...year, workdays: ['2027-02-08'] })).toThrow('不是周六或周日')
    expect(() => checkCalendarYear({ ...year, holidays: ['2027-02-06'], workdays: ['2027-02-06'] })).toThrow(
      '既写放假又写上班',
    )
  })
})
