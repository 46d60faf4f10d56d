import { expect, test } from 'vitest'
import { findPages } from './page-finds.ts'

const pages = [
  { label: '挂图', help: '打印任务时间轴。', to: '/chart', sounds: 'gt guatu' },
  { label: '任务', help: '全部任务。', to: '/tasks', sounds: 'rw renwu' },
]
const found = (text: string) => findPages(pages, text).flatMap(({ finds }) => finds.map(({ to }) => to))

test.each([
  ['任务', ['/tasks', '/chart']],
  ['rw', ['/tasks']],
  ['guatu', ['/chart']],
  ['打印', ['/chart']],
  ['会议', []],
])('“%s” finds the pages %j, those named so first', (text, paths) => expect(found(text)).toEqual(paths))
