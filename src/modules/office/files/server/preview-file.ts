import { and, eq } from 'drizzle-orm'
import type { OutputOf } from '#kernel/contract.ts'
import { Refusal } from '#kernel/errors.ts'
import { implement } from '#platform/operation/implement.ts'
import type { SheetRow } from '#platform/spreadsheet/read-rows.ts'
import { readSheet } from '#platform/spreadsheet/read-sheet.ts'
import { fileContract } from '../contract.ts'
import type { StoredFile } from '../domain/file.ts'
import { getVisibleFile } from './attach-files.ts'
import { viewFile } from './list-files-of.ts'
import type { FilePorts } from './ports.ts'
import { files } from './tables.ts'

type Preview = OutputOf<typeof fileContract.previewFile>

/** The words of a file, taken out after the first time somebody asks; the asker comes again shortly. */
export const previewFile = (ports: FilePorts) =>
  implement(fileContract.previewFile, async ({ input, tx, actor, afterCommit }): Promise<Preview> => {
    const row = await getVisibleFile(tx, input.fileId, actor)
    const file = viewFile(row)
    if (file.shownAs !== 'words') return { file, state: 'none', words: '' }
    if (row.words !== null) return { file, state: 'read', words: row.words }
    if (row.wordsRefusal !== null) return { file, state: 'refused', words: row.wordsRefusal }
    afterCommit(() => takeWords(ports, row))
    return { file, state: 'reading', words: '' }
  })

/** A preview shows the beginning; who needs the whole file downloads it. */
const shownCharacters = 20_000
const shownRows = 200

const passing: ReadonlySet<string> = new Set(['reading.queueFull', 'reading.stopped'])

async function takeWords(ports: FilePorts, file: StoredFile): Promise<void> {
  const same = and(eq(files.divisionCode, file.divisionCode), eq(files.sha256, file.sha256))
  try {
    const words = (await wordsOf(ports, file)).slice(0, shownCharacters)
    await ports.db.update(files).set({ words }).where(same)
  } catch (error) {
    // Says nothing of the file: whoever looks next has it read.
    if (error instanceof Refusal && passing.has(error.code)) return
    const wordsRefusal = error instanceof Refusal ? error.message : '读不出这个文件的文字。请下载后查看。'
    await ports.db.update(files).set({ wordsRefusal }).where(same)
  }
}

const tables: ReadonlySet<StoredFile['kind']> = new Set(['xlsx', 'xls', 'ods', 'et'])

async function wordsOf(ports: FilePorts, { kind, name, sha256 }: StoredFile): Promise<string> {
  const bytes = await ports.files.get(sha256, name)
  if (!tables.has(kind)) return (await ports.read({ name, bytes })).text
  const { sheet, sheets, rows } = await readSheet(bytes, shownRows)
  const others = sheets.filter((each) => each !== sheet)
  return [
    ...(others.length > 0
      ? [`工作表“${sheet}”；另有${others.map((each) => `“${each}”`).join('、')}，请下载后查看。`]
      : []),
    ...rows.map(shownRow),
    ...(rows.length < shownRows ? [] : [`只显示前 ${shownRows} 行，请下载后查看全部。`]),
  ].join('\n')
}

/** A cell without a value shows its fault, as the sheet does. */
const shownRow = ({ cells, faults = {} }: SheetRow): string =>
  cells.map((cell, place) => (faults[place]?.startsWith('#') ? faults[place] : cell)).join('\t')
