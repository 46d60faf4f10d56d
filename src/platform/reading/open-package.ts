import { posix } from 'node:path'
import type { Archive } from './open-zip.ts'
import { attributeOf, childAt, childrenOf, type MarkupNode, parseXml } from './xml.ts'

/** A part another part points at. */
export interface Relation {
  id: string
  /** Last word of the relation's type: `numbering`, `worksheet`, `aFChunk`. */
  type: string
  /** Name of the part pointed at, as archives write it. */
  part: string
}

/** An office file by its relations (ECMA-376 part 2, 9.3): parts may bear any name. */
export interface OfficePackage {
  /** Name of the part everything starts from, or undefined when nothing says which it is. */
  main: string | undefined
  /** What kind of file its content types say it is. */
  kind: 'document' | 'workbook' | 'presentation' | undefined
  /** What the main part points at. */
  relations: Relation[]
  /** The first part the main part points at by this type, parsed; undefined when there is none. */
  related(type: string): Promise<MarkupNode | undefined>
  part(name: string | undefined): Promise<MarkupNode | undefined>
}

/** The usual names, for archives that have lost their relations; other parts then lie beside the main one. */
const usual = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' }

export async function openPackage(archive: Archive): Promise<OfficePackage> {
  const part = (name: string | undefined) => parsePart(archive, name)
  const roots = await relationsOf(archive, '')
  const main =
    roots.find(({ type }) => type === 'officeDocument')?.part ??
    Object.values(usual).find((name) => archive.names.includes(name))
  const relations = main === undefined ? [] : await relationsOf(archive, main)
  const kind = kindOf(await part('[Content_Types].xml'), main)
  const partOf = (type: string): string | undefined =>
    relations.length === 0 && main !== undefined
      ? posix.join(posix.dirname(main), `${type}.xml`)
      : relations.find((each) => each.type === type)?.part
  return { main, kind, relations, part, related: (type) => part(partOf(type)) }
}

const kinds = [
  ['document', /wordprocessingml|ms-word/],
  ['workbook', /spreadsheetml|ms-excel/],
  ['presentation', /presentationml|ms-powerpoint/],
] as const

const partNameOf = (override: MarkupNode): string | undefined =>
  attributeOf(override, 'PartName')?.replace(/^\//, '').toLowerCase()

function kindOf(types: MarkupNode | undefined, main: string | undefined): OfficePackage['kind'] {
  const overrides = childrenOf(childAt(types, 'Types'), 'Override')
  const override = overrides.find((each) => partNameOf(each) === main?.toLowerCase())
  const type = attributeOf(override, 'ContentType') ?? ''
  return kinds.find(([, pattern]) => pattern.test(type))?.[0]
}

async function parsePart(archive: Archive, name: string | undefined): Promise<MarkupNode | undefined> {
  const bytes = name === undefined ? undefined : await archive.read(name)
  return bytes && parseXml(new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8').decode(bytes))
}

const isUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe

/** Relations stand beside their part: those of `word/document.xml` in `word/_rels/document.xml.rels`. */
async function relationsOf(archive: Archive, source: string): Promise<Relation[]> {
  const folder = posix.dirname(source)
  const root = await parsePart(archive, posix.join(folder, '_rels', `${posix.basename(source)}.rels`))
  return childrenOf(childAt(root, 'Relationships'), 'Relationship')
    .filter((each) => attributeOf(each, 'TargetMode') !== 'External')
    .map((each) => {
      const target = (attributeOf(each, 'Target') ?? '').replaceAll('\\', '/')
      return {
        id: attributeOf(each, 'Id') ?? '',
        type: (attributeOf(each, 'Type') ?? '').replace(/^.*\//, ''),
        part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      }
    })
}
