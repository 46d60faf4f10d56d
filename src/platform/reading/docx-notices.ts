import type { Notice } from './document.ts'
import type { BodyTally } from './docx-body.ts'

/** Passages told of one by one; more are counted. */
const told = 5

const listed = (passages: readonly string[]): string =>
  `${passages.slice(0, told).join('、')}${passages.length > told ? `等 ${passages.length} 处` : ''}`

/** Words struck through, each quoted, with its place where it is known. */
export function struckNotice(struck: readonly string[]): Notice[] {
  if (struck.length === 0) return []
  const message = `加了删除线的文字没有读入：${listed(struck)}。如果仍然有效，请去掉删除线后再提交。`
  return [{ kind: 'wordsLeftOut', message }]
}

/** What the reader left out or added, in words. */
export function docxNotices(tally: BodyTally, notes: number): Notice[] {
  const quoted = tally.unknown.map((words) => `“${words.slice(0, 30)}”`)
  const all: [number, Notice['kind'], string][] = [
    [tally.numbered, 'numberingWritten', `有 ${tally.numbered} 处编号是自动生成的，已写入正文。`],
    [tally.deletions, 'deletionsDropped', `有 ${tally.deletions} 处修订删除的内容没有读入。请核对文件是否为定稿。`],
    ...struckNotice(tally.struck).map(({ kind, message }): [number, Notice['kind'], string] => [1, kind, message]),
    [tally.contents, 'furnitureDropped', '自动生成的目录没有读入。'],
    [notes, 'notesAppended', `有 ${notes} 条脚注或尾注，列在正文最后。`],
    [tally.comments, 'wordsLeftOut', `有 ${tally.comments} 条批注没有读入。请核对文件是否为定稿。`],
    [
      tally.pictures,
      'imagesSkipped',
      `有 ${tally.pictures} 张图片或嵌入的对象没有读入。其中如有文字，请核对正文是否完整。`,
    ],
    [
      tally.chunks,
      'partsSkipped',
      `有 ${tally.chunks} 处插入的其他文件没有读入。请用 Word 打开后另存为新的 .docx 再提交。`,
    ],
    [tally.unknown.length, 'partsSkipped', `有的内容不是普通段落或表格，只读入了文字，请核对：${listed(quoted)}。`],
  ]
  return all.filter(([count]) => count > 0).map(([, noticeKind, message]) => ({ kind: noticeKind, message }))
}
