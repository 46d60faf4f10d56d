import type { Notice, Reading, ReadingContext } from './document.ts'
import { type BodyReader, bodyLines } from './docx-body.ts'
import { readNumbering } from './docx-numbering.ts'
import { readingErrors } from './errors.ts'
import { type Archive, openZip } from './open-zip.ts'
import { attributeOf, childAt, childrenOf, type MarkupNode, parseXml, wordsOf } from './xml.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const kind = 'Word 文件（.docx）'

/** Reads a .docx: what Word would show, with generated numbers written out, deleted revisions left out, notes at the end. */
export async function readDocx(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const archive = await openZip(bytes, context.limits)
  const name = archive?.names.find((each) => /^word\/document\d*\.xml$/i.test(each))
  if (!archive || !name) throw readingErrors.torn({ kind })
  const document = await part(archive, name)
  const body = childAt(document, 'document', 'body')
  if (!body) throw readingErrors.torn({ kind })
  context.checkpoint()
  context.progress(1, 2, '读取正文')
  const styles = await part(archive, 'word/styles.xml')
  const reader: BodyReader = {
    numberOf: readNumbering(await part(archive, 'word/numbering.xml'), styles),
    contentsStyles: contentsStyles(styles),
    tally: { deletions: 0, pictures: 0, contents: 0, numbered: 0 },
  }
  const lines = bodyLines(body, reader)
  const notes = await noteLines(archive, reader)
  context.progress(2, 2, '读取正文')
  const text = [...lines, ...notes]
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
  const core = childAt(await part(archive, 'docProps/core.xml'), 'coreProperties', 'title')
  return {
    text,
    mediaType,
    encoding: 'binary',
    title: core ? wordsOf(core).trim() || null : null,
    pages: [],
    notices: notices(reader, notes.length),
  }
}

async function part(archive: Archive, name: string): Promise<MarkupNode | undefined> {
  const bytes = await archive.read(name)
  return bytes && parseXml(new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8').decode(bytes))
}

const isUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe

function contentsStyles(styles: MarkupNode | undefined): Set<string> {
  const named = childrenOf(childAt(styles, 'styles'), 'style').filter((style) =>
    /^(toc \d|toc heading)$/i.test(attributeOf(childAt(style, 'name'), 'val') ?? ''),
  )
  return new Set(named.map((style) => attributeOf(style, 'styleId') ?? ''))
}

async function noteLines(archive: Archive, reader: BodyReader): Promise<string[]> {
  const lines: string[] = []
  for (const [name, root, tag, label] of [
    ['word/footnotes.xml', 'footnotes', 'footnote', '脚注'],
    ['word/endnotes.xml', 'endnotes', 'endnote', '尾注'],
  ] as const) {
    const notes = childrenOf(childAt(await part(archive, name), root), tag)
    // Separators carry a type; the notes people wrote do not.
    const written = notes.filter((note) => (attributeOf(note, 'type') ?? 'normal') === 'normal')
    const words = written.map((note) => bodyLines(note, reader).join(' ').trim())
    lines.push(...words.filter((each) => each !== '').map((each, i) => `${label}${i + 1}：${each}`))
  }
  return lines
}

function notices({ tally }: BodyReader, notes: number): Notice[] {
  const all: [number, Notice['kind'], string][] = [
    [tally.numbered, 'numberingWritten', `有 ${tally.numbered} 处编号由 Word 自动生成，已写入正文。`],
    [tally.deletions, 'deletionsDropped', `有 ${tally.deletions} 处修订删除的内容没有读入。请核对文件是否为定稿。`],
    [tally.contents, 'furnitureDropped', '自动生成的目录没有读入。'],
    [notes, 'notesAppended', `有 ${notes} 条脚注或尾注，列在正文最后。`],
    [tally.pictures, 'imagesSkipped', `有 ${tally.pictures} 张图片没有读入。图片里如有文字，请核对正文是否完整。`],
  ]
  return all.filter(([count]) => count > 0).map(([, noticeKind, message]) => ({ kind: noticeKind, message }))
}
