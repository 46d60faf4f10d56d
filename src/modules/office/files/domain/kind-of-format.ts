import type { FileKind } from './file.ts'

/** Kinds by the formats the readers tell; JSON is a text like another. */
const ofFormat: Readonly<Record<string, FileKind>> = {
  jpeg: 'jpeg', png: 'png', webp: 'webp', gif: 'gif', pdf: 'pdf', ofd: 'ofd', docx: 'docx', xlsx: 'xlsx', pptx: 'pptx', doc: 'doc', xls: 'xls', ods: 'ods',
  txt: 'txt', json: 'txt',
} // biome-ignore format: a table

/** WPS writes the same bytes as Word and Excel under names of its own. */
const byEnding: Readonly<Record<string, FileKind>> = { 'doc wps': 'wps', 'xls et': 'et' }

/**
 * The kind under which a file is taken. Archives, programs, files with macros, pages and drawings that can carry a script
 * (HTML, SVG) are none of the kinds.
 */
export function kindOfFormat(
  { format, hasMacros }: { format: string; hasMacros?: boolean },
  name: string,
): FileKind | 'otherKind' {
  if (hasMacros) return 'otherKind'
  const ending = name.toLowerCase().replace(/^.*\./u, '')
  return byEnding[`${format} ${ending}`] ?? ((Object.hasOwn(ofFormat, format) && ofFormat[format]) || 'otherKind')
}
