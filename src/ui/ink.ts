/** The colours of paper and ink; `paper.css` carries the same values as variables for style sheets. */
export const ink = {
  paper: '#f7f6f3',
  surface: '#ffffff',
  hairline: '#e4e1da',
  text: '#1f2328',
  secondary: '#62666d',
  accent: '#1f4e8c',
  accentTint: '#eaf0f8',
  seal: '#b3261e',
  green: '#2e7d4f',
  yellow: '#b7791f',
  red: '#b3261e',
  grey: '#7f858c',
} as const

export const sans = '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif'
