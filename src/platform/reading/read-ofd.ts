import { posix } from 'node:path'
import { assemblePages } from './assemble-pages.ts'
import type { Notice, Reading, ReadingContext } from './document.ts'
import { readingErrors } from './errors.ts'
import { drawBlocks, figuresOf } from './ofd-drawing.ts'
import { parsePart } from './open-package.ts'
import { type Archive, openZip } from './open-zip.ts'
import { tidyPage, type Writing } from './page-characters.ts'
import { compose } from './page-geometry.ts'
import { attributeOf, childAt, childrenOf, descendants, type MarkupNode, wordsOf } from './xml.ts'

const kind = 'OFD 文件'
const pointsPerMillimetre = 72 / 25.4

/** One document of an OFD file: its parts are found from where it stands. */
interface OfdDocument {
  root: MarkupNode
  folder: string
  /** Page templates and drawings used again, by their ids. */
  templates: Map<string, MarkupNode>
  units: Map<string, MarkupNode>
}

/**
 * Reads a fixed-layout file (GB/T 33190-2016) page by page: characters and lines as they are drawn, the page's template
 * under them. Seals, annotations and attached files are no part of the text and told.
 */
export async function readOfd(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const archive = await openZip(bytes, context.limits)
  const bodies = archive ? childrenOf(childAt(await parsePart(archive, 'OFD.xml'), 'OFD'), 'DocBody') : []
  if (!archive || bodies.length === 0) throw readingErrors.torn({ kind })
  if (archive.names.some((name) => /(^|\/)Encryptions?\.xml$/i.test(name)))
    throw readingErrors.passwordProtected({ kind })
  const documents = await Promise.all(
    bodies.map((body) => openDocument(archive, wordsOf(childAt(body, 'DocRoot') ?? body))),
  )
  const places = documents.flatMap((document) =>
    childrenOf(childAt(document.root, 'Pages'), 'Page').map((page) => ({ document, page })),
  )
  const total = places.length
  if (total === 0) throw readingErrors.torn({ kind })
  if (total > context.limits.pages) throw readingErrors.tooManyPages({ pages: total, limit: context.limits.pages })
  const writings: (Writing | undefined)[] = []
  for (const [i, { document, page }] of places.entries()) {
    context.checkpoint()
    writings.push(await readPage(archive, document, page))
    context.progress(i + 1, total, '读取页面')
  }
  const { notices, ...text } = assemblePages(writings, { kind })
  for (const document of documents) notices.push(...(await besides(archive, document)))
  notices.push(...(await sealed(archive, bodies)))
  const title = wordsOf(childAt(bodies[0], 'DocInfo', 'Title') ?? { type: 'root' }).trim() || null
  return { ...text, mediaType: 'application/ofd', encoding: 'binary', title, notices }
}

/** Where a part lies (7.3, ST_Loc): from the part that names it, or from the archive's root. */
function locate(archive: Archive, folder: string, place: string): string {
  const written = place.trim().replaceAll('\\', '/')
  const near = posix.join(folder, written)
  const isThere = archive.names.some((name) => name.toLowerCase() === near.toLowerCase())
  return written.startsWith('/') || !isThere ? posix.normalize(written.replace(/^\/+/, '')) : near
}

const partAt = (archive: Archive, folder: string, place: string | undefined): Promise<MarkupNode | undefined> =>
  parsePart(archive, place === undefined ? undefined : locate(archive, folder, place))

async function openDocument(archive: Archive, place: string): Promise<OfdDocument> {
  const at = locate(archive, '', place)
  const folder = posix.dirname(at)
  const root = childAt(await parsePart(archive, at), 'Document')
  if (!root) throw readingErrors.torn({ kind })
  const common = childAt(root, 'CommonData')
  const templates = new Map<string, MarkupNode>()
  for (const each of childrenOf(common, 'TemplatePage')) {
    const page = childAt(await partAt(archive, folder, attributeOf(each, 'BaseLoc')), 'Page')
    if (page) templates.set(attributeOf(each, 'ID') ?? '', page)
  }
  const units = new Map<string, MarkupNode>()
  for (const each of [...childrenOf(common, 'PublicRes'), ...childrenOf(common, 'DocumentRes')]) {
    const resources = await partAt(archive, folder, wordsOf(each))
    for (const unit of resources ? descendants(resources, 'CompositeGraphicUnit') : [])
      units.set(attributeOf(unit, 'ID') ?? '', unit)
  }
  return { root, folder, templates, units }
}

async function readPage(archive: Archive, document: OfdDocument, page: MarkupNode): Promise<Writing | undefined> {
  const { root, folder, templates, units } = document
  const content = childAt(await partAt(archive, folder, attributeOf(page, 'BaseLoc')), 'Page')
  if (!content) return undefined
  const under = childrenOf(content, 'Template').flatMap(
    (each) => templates.get(attributeOf(each, 'TemplateID') ?? '') ?? [],
  )
  const area = [content, ...under].flatMap((each) => childAt(each, 'Area', 'PhysicalBox') ?? [])
  const common = childAt(root, 'CommonData', 'PageArea', 'PhysicalBox')
  const [x = 0, y = 0, width = 210, height = 297] = figuresOf(wordsOf(area[0] ?? common ?? { type: 'root' }))
  const scale = pointsPerMillimetre
  const view = compose([scale, 0, 0, scale, 0, 0], [1, 0, 0, 1, -x, -y])
  const drawing = drawBlocks([...under, content], view, units)
  return tidyPage(drawing, { width: width * scale, height: height * scale })
}

/** Words told of one by one. */
const told = 3
const named = (all: readonly string[]): string =>
  `${all
    .slice(0, told)
    .map((each) => `“${each.slice(0, 40)}”`)
    .join('、')}${all.length > told ? '等' : ''}`

/** What a document carries beside its pages: annotations (15) and attached files (20). */
async function besides(archive: Archive, { root, folder }: OfdDocument): Promise<Notice[]> {
  const words: string[] = []
  const list = childAt(root, 'Annotations')
  const place = list && locate(archive, folder, wordsOf(list))
  for (const page of childrenOf(childAt(await parsePart(archive, place), 'Annotations'), 'Page')) {
    const part = await partAt(archive, posix.dirname(place ?? ''), wordsOf(childAt(page, 'FileLoc') ?? page))
    for (const each of part ? descendants(part, 'Annot') : []) {
      const said = [...descendants(each, 'TextCode'), ...descendants(each, 'Remark')].map(wordsOf).join('').trim()
      if (said !== '') words.push(said)
    }
  }
  const attached = childAt(root, 'Attachments')
  const files = attached && (await partAt(archive, folder, wordsOf(attached)))
  const names = files ? [...descendants(files, 'Attachment')].map((each) => attributeOf(each, 'Name') ?? '未命名') : []
  const notices: Notice[] = []
  const left = `有 ${words.length} 处批注或水印没有读入：${named([...new Set(words)])}。请核对文件是否为定稿。`
  if (words.length > 0) notices.push({ kind: 'wordsLeftOut', message: left })
  const apart = `文件里附带的 ${names.length} 个文件没有读入：${named(names)}。需要时请另存出来单独提交。`
  if (names.length > 0) notices.push({ kind: 'partsSkipped', message: apart })
  return notices
}

/** Seals and signatures (18). */
async function sealed(archive: Archive, bodies: readonly MarkupNode[]): Promise<Notice[]> {
  let seals = 0
  for (const body of bodies) {
    const list = childAt(body, 'Signatures')
    const part = list && (await partAt(archive, '', wordsOf(list)))
    seals += part ? [...descendants(part, 'Signature')].length : 0
  }
  if (seals === 0) return []
  const message = `文件盖有 ${seals} 处电子印章或签名，没有核验，章上的文字没有读入。`
  return [{ kind: 'imagesSkipped', message }]
}
