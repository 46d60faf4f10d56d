import { resolve } from 'node:path'
import { sizeText } from '#modules/office/maintenance/domain/backup.ts'
import { contentsOf, keepBackup, writeBackupTo } from '#modules/office/maintenance/server/index.ts'
import { productVersion } from '../version.ts'
import { openedDatabase } from './opened-database.ts'
import { contentsLine } from './sealed-line.ts'
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
  return openedDatabase(terminal, async ({ db }, { dataFolder }) => {
    const began = performance.now()
    const ports = { dataFolder, program }
    const made = values.out
      ? {
          ...contentsOf(await writeBackupTo(db, ports, { file: resolve(values.out), now })),
          name: values.out,
          failure: null,
        }
      : await keepBackup(db, ports, { kind: 'command', by: '命令行', now })
    if (made.failure !== null) {
      terminal.err(`guatu: ${made.failure}\n`)
      return 1
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const { name, bytes, rows, files } = made
    terminal.out(
      say(
        language,
        `已备份并校验：${name}，${sizeText(bytes)}，${rows} 行、${files} 个文件，用时 ${seconds} 秒。请另存一份到别的机器。\n${contentsLine(made, true)}${made.recipients.length > 0 ? '' : missingKey}`,
        `written and verified: ${name}, ${sizeText(bytes)}, ${rows} rows, ${files} files, ${seconds} s; keep a copy on another machine\n${
          made.recipients.length > 0
            ? `sealed to ${made.recipients.join(', ')}\n`
            : `not sealed, so without: ${made.leftOut.join(', ')}; the security administrator makes a key on the page 备份密钥\n`
        }`,
      ),
    )
    return 0
  })
}

const missingKey = '请安全管理员在网页“备份密钥”生成密钥后再备份一次，备份才完整。\n'
