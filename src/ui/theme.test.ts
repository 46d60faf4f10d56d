import { theme as kit } from 'antd'
import { expect, test } from 'vitest'
import { ink } from './ink.ts'
import { theme } from './theme.ts'

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)

/** Relative luminance and contrast by WCAG 2.2, 1.4.3. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dark + 0.05)
}

const drawn = kit.getDesignToken(theme)

test.each([
  'colorText',
  'colorTextSecondary',
  'colorTextTertiary',
  'colorTextDescription',
  'colorTextPlaceholder',
  'colorLink',
  'colorLinkHover',
  'colorLinkActive',
  'colorPrimary',
  'colorPrimaryHover',
  'colorPrimaryActive',
  'colorError',
  'colorErrorHover',
  'colorErrorActive',
  'colorIcon',
  'colorIconHover',
] as const)('words in %s can be read on paper, under the pointer too', (name) => {
  expect(contrast(drawn[name], ink.paper)).toBeGreaterThanOrEqual(4.5)
})
