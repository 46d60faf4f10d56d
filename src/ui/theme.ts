import type { ThemeConfig } from 'antd'
import { ink, sans } from './ink.ts'

const hairlineShadow = '0 0 0 1px rgb(31 35 40 / 8%), 0 2px 6px rgb(31 35 40 / 6%)'

/** antd set to paper and ink: one accent, hairlines instead of shadows, radius 4. */
export const theme: ThemeConfig = {
  hashed: false,
  cssVar: { key: 'guatu' },
  token: {
    colorPrimary: ink.accent,
    colorLink: ink.accent,
    // The kit would lighten a link under the pointer below what weak eyes read.
    colorLinkHover: ink.accent,
    colorInfo: ink.accent,
    colorSuccess: ink.green,
    colorWarning: ink.yellow,
    colorError: ink.red,
    colorText: ink.text,
    colorTextSecondary: ink.secondary,
    colorTextTertiary: ink.secondary,
    colorTextPlaceholder: ink.secondary,
    colorBorder: '#cfcbc2',
    colorBorderSecondary: ink.hairline,
    colorBgLayout: ink.paper,
    colorSplit: ink.hairline,
    borderRadius: 4,
    borderRadiusLG: 6,
    fontFamily: sans,
    fontSize: 14,
    lineHeight: 20 / 14,
    boxShadow: hairlineShadow,
    boxShadowSecondary: hairlineShadow,
    boxShadowTertiary: 'none',
    motionDurationSlow: '0.16s',
    motionDurationMid: '0.12s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    // Days of the months around and those that may not be chosen are still read.
    DatePicker: { colorTextDisabled: ink.secondary },
    Form: { itemMarginBottom: 0, verticalLabelPadding: '0 0 4px', labelColor: ink.text },
    Segmented: { itemSelectedColor: ink.accent, trackBg: '#efede8' },
    Tooltip: { colorBgSpotlight: '#33383e' },
  },
}

/** The same for who asks the system for less motion. */
export const resting: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } }
