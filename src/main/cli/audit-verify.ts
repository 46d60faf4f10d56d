import { readFile } from 'node:fs/promises'
import { listDivisionsWithTrail, verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { verifyTrail } from '#platform/audit/trail-file.ts'
import type { Command, Terminal } from './terminal.ts'
import { parse, say, UsageError } from './usage.ts'
import { withDatabase } from './with-system.ts'

/** `guatu audit verify [FILE]`: an exported trail without any database, or what the database holds. 1 when it was altered. */
export const auditVerify: Command = async (args, terminal) => {
  const { positionals } = parse({ args, options: {}, allowPositionals: true }, terminal)
  const [file, ...more] = positionals
  if (more.length > 0) throw new UsageError(say(terminal.language, '一次只校验一个文件。', 'one file at a time'))
  return file === undefined ? verifyDatabase(terminal) : verifyFile(file, terminal)
}

async function verifyFile(file: string, terminal: Terminal): Promise<number> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) {
    terminal.err(`guatu: ${say(terminal.language, `打不开“${file}”，请核对路径和权限。`, `cannot open "${file}"`)}\n`)
    return 1
  }
  const { entries, fault } = verifyTrail(bytes)
  if (fault === null) return sound(entries, terminal, file)
  const place = say(
    terminal.language,
    `第 ${fault.byte + 1} 字节（第 ${fault.line} 行）起与原样不符`,
    `altered from byte ${fault.byte + 1} (line ${fault.line}) on`,
  )
  terminal.out(`${file}: ${place}：${fault.message}\n`)
  return 1
}

const verifyDatabase = (terminal: Terminal): Promise<number> =>
  withDatabase(terminal, async ({ db }) => {
    let code = 0
    for (const division of await listDivisionsWithTrail(db)) {
      const { entries, fault } = await verifyStoredChain(db, division)
      if (fault === null) sound(entries, terminal, division)
      else {
        code = 1
        terminal.out(
          `${division}: ${say(terminal.language, `第 ${fault.sequence} 条起与原样不符`, `altered from entry ${fault.sequence} on`)}：${fault.message}\n`,
        )
      }
    }
    return code
  })

function sound(entries: number, terminal: Terminal, name: string): number {
  terminal.out(
    `${name}: ${say(terminal.language, `${entries} 条记录，首尾相连，没有改动。`, `${entries} entries, unbroken and unaltered`)}\n`,
  )
  return 0
}
