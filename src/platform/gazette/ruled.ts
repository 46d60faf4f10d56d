import { AlignmentType, BorderStyle, TableLayoutType } from 'docx'

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const outline = { style: BorderStyle.SINGLE, size: 8, color: '000000' }

/** How a table of a document is ruled: fine lines within a stronger frame, columns as wide as they are said to be. */
export const ruled = {
  layout: TableLayoutType.FIXED,
  alignment: AlignmentType.CENTER,
  borders: {
    top: outline,
    bottom: outline,
    left: outline,
    right: outline,
    insideHorizontal: line,
    insideVertical: line,
  },
}
