import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each([
  '2024-03-18',
  '2024-3-18',
  '2024/3/18',
  '2024.3.18',
  '2024.3.18.',
  '2024．03．18',
  '20240318',
  '２０２４－０３－１８',
  '２０２４年３月１８日',
  '2024年3月18日',
  '2024年03月18号',
  '2024 年 3 月 18 日',
  '2024年3月18',
  '2024、3、18',
  '2024–03–18',
  '2024-03-18 00:00:00',
  '2024-03-18T08:30:00Z',
  '2024年3月18日（星期一）',
  '2024/3/18 周一',
  '二〇二四年三月十八日',
  '二○二四年三月十八日',
  '二零二四年三月十八日',
  ' 2024-03-18\u200b ',
  '2024\u2010\u200d03\u201018'.replaceAll('\u2010', '-'),
])('%j is the eighteenth of March 2024', (text) => {
  expect(readDay(text)).toEqual({ on: '2024-03-18' })
})

test.each([
  ['2024-3', '没有写到日'],
  ['2024年3月', '没有写到日'],
  ['2024', '没有写到日'],
  ['2024-02-30', '不存在'],
  ['20241340', '不存在'],
  ['45369', '多半是 2024-03-18'],
  ['24.3.18', '看不懂'],
  ['3/18/2024', '看不懂'],
  ['2024年3月底', '看不懂'],
  ['去年', '看不懂'],
])('%j is no day and says why', (text, reason) => {
  expect(readDay(text)).toEqual({ reason: expect.stringContaining(reason) })
})

test('every way of writing a day gives it back', () => {
  const day = fc.date({ min: new Date('1949-10-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.constantFrom('-', '/', '.', '年'), fc.boolean(), (date, mark, isPadded) => {
      const on = date.toISOString().slice(0, 10)
      const [year, ...rest] = on.split('-')
      const [month, dayOfMonth] = rest.map((part) => (isPadded ? part : String(Number(part))))
      const text = mark === '年' ? `${year}年${month}月${dayOfMonth}日` : [year, month, dayOfMonth].join(mark)
      expect(readDay(text)).toEqual({ on })
    }),
  )
})
