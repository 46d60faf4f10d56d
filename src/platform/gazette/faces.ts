import type { IRunOptions } from 'docx'

/** The faces GB/T 9704-2012 names, with what to use where a desktop lacks them (none can be embedded freely). */
const faces = {
  /** 小标宋: red head and title. */
  title: {
    name: '方正小标宋简体',
    instead: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC'],
    family: 'roman',
  },
  body: {
    name: '仿宋_GB2312',
    instead: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'FandolFang'],
    family: 'modern',
  },
  kai: { name: '楷体_GB2312', instead: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', 'FandolKai'], family: 'modern' },
  hei: { name: '黑体', instead: ['SimHei', '文泉驿正黑', 'WenQuanYi Zen Hei', 'Noto Sans CJK SC'], family: 'modern' },
  /** Page numbers; digits too, 半角宋体. */
  song: { name: '宋体', instead: ['SimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC'], family: 'roman' },
} as const

export type Face = keyof typeof faces

const latin = 'Times New Roman'

/** `w:rFonts` of a run: Chinese in the face, Latin letters and digits in Times except where the standard says 宋体. */
export const fontOf = (face: Face): NonNullable<IRunOptions['font']> => {
  const { name } = faces[face]
  const western = face === 'song' ? name : latin
  return { ascii: western, hAnsi: western, cs: latin, eastAsia: name, hint: 'eastAsia' }
}

/** The font table of the document: for each face its other names, in the order in which they should stand in. */
export function fontTable(): string {
  const entries = Object.values(faces).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`,
  )
  const western = `<w:font w:name="${latin}"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}${western}</w:fonts>`
}
