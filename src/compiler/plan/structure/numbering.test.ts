import { expect, test } from 'vitest'
import { readNumber } from './numbering.ts'

const read = (text: string): string => {
  const token = readNumber(text, 0)
  return token ? `${token.kind} ${token.ordinal} ${token.text} ${token.length}` : 'none'
}

test.each([
  ['一、总体要求', 'cn 1 一 2'],
  ['十一、附则', 'cn 11 十一 3'],
  ['(二)基本原则', 'cnParen 2 二 3'],
  ['3.建设水厂', 'num 3 3 2'],
  ['12、建设水厂', 'num 12 12 3'],
  ['7. 建设水厂', 'num 7 7 3'],
  ['(44)巡查河道', 'numParen 44 44 4'],
  ['4)巡查河道', 'numParen 4 4 2'],
  ['③巡查河道', 'circle 3 ③ 1'],
  ['第八条 本办法', 'article 8 八 4'],
  ['第三章总则', 'chapter 3 三 3'],
  ['2.2027年底前建成', 'num 2 2 2'],
  ['1、3月底前完成', 'num 1 1 2'],
  ['65.', 'num 65 65 3'],
  ['2.1巡查河道', 'decimal 1 2.1 3'],
  ['行动一:巡查河道', 'named 1 一 4'],
  ['举措2:巡查河道', 'step 2 2 4'],
  ['㈡巡查河道', 'cnParen 2 2 1'],
  ['⑶巡查河道', 'numParen 3 3 1'],
  ['⒋巡查河道', 'num 4 4 1'],
])('%s begins with a number', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  '2.5万亩',
  '2.5公里',
  '行动一直持续',
  '工程1.5亿元',
  '1.2至1.5倍',
  '2027年',
  '10家',
  '一、二、三产业融合',
  '第一季度',
  '一是巡查',
  '建设水厂',
  '(2027年版)',
  '3、5号机组',
])('%s does not', (text) => expect(read(text)).toBe('none'))
