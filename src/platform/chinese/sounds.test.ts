import { expect, test } from 'vitest'
import { soundsOf } from './sounds.ts'

test('a name is read in syllables, words deciding between readings', () => {
  expect(soundsOf('科技局')).toEqual({ initials: 'kjj', spelled: 'kejiju', starts: [0, 2, 4] })
  expect(soundsOf('中国银行（5G）').initials).toBe('zgyh5g')
  expect(soundsOf('重庆').spelled).toBe('chongqing')
})

test('the first character of a person is read as a surname', () => {
  expect(soundsOf('单小满', true).initials).toBe('sxm')
  expect(soundsOf('单小满').initials).toBe('dxm')
  expect(soundsOf('吕一', true).spelled).toBe('lvyi')
})
