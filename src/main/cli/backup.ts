import { resolve } from 'node:path'
import { sizeText } from '#modules/keeping/domain/backup.ts'
import { keepBackup } from '#modules/keeping/server/index.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { productVersion } from '../version.ts'
import { openedDatabase } from './opened-database.ts'
import type { Command } from './terminal.ts'
import { parse, say, UsageError } from './usage.ts'

/**
 * `guatu backup [--out FILE]`: database, files and secret into one archive, read again and verified; the server may run.
 * Without --out into the folder of backups, where the web lists it. 1 when it could not be written.
 */
export const backup: Command = async (args, terminal) => {
  const { values, positionals } = parse(
    { args, options: { out: { type: 'string' } }, allowPositionals: true },
    terminal,
  )
  if (positionals.length > 0)
    throw new UsageError(say(terminal.language, '备份文件用 --out 指定。', 'name the file with --out'))
  const program = productVersion()
  const { now, language } = terminal
  return openedDatabase(terminal, async ({ db, pool }, { dataFolder }) => {
    const began = performance.now()
    const made = values.out
      ? {
          ...(await writeBackup({ pool, dataFolder, file: resolve(values.out), program, now })),
          name: values.out,
          failure: null,
        }
      : await keepBackup(db, { dataFolder, program }, { kind: 'command', by: '命令行', now })
    if (made.failure !== null) {
      terminal.err(`guatu: ${made.failure}\n`)
      return 1
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const { name, bytes, rows, files } = made
    terminal.out(
      say(
        language,
        `已备份并校验：${name}，${sizeText(bytes)}，${rows} 行、${files} 个文件，用时 ${seconds} 秒。请另存一份到别的机器。\n`,
        `written and verified: ${name}, ${sizeText(bytes)}, ${rows} rows, ${files} files, ${seconds} s; keep a copy on another machine\n`,
      ),
    )
    return 0
  })
}
