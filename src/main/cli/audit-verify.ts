import { readFile } from 'node:fs/promises'
import { type Comparison, formatHead, parseHead, type StatedHead } from '#platform/audit/head.ts'
import { readKeptHeads } from '#platform/audit/kept-heads.ts'
import { compareStoredHead, listDivisionsWithTrail, verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { type TrailVerdict, verifyTrail } from '#platform/audit/trail-file.ts'
import type { Db } from '#platform/database/tx.ts'
import { readSettings } from '../settings.ts'
import type { Command, Terminal } from './terminal.ts'
import { parse, say, UsageError } from './usage.ts'
import { withDatabase } from './with-system.ts'

/**
 * `guatu audit verify [FILE] [--head NUMBER:HASH]`: an exported trail without any database, or what the database holds; with
 * a head from a paper or a backup also whether it is in there. 1 when something was altered, missing or cannot be told.
 */
export const auditVerify: Command = async (args, terminal) => {
  const { positionals, values } = parse(
    { args, options: { head: { type: 'string' } }, allowPositionals: true },
    terminal,
  )
  const [file, ...more] = positionals
  const { language } = terminal
  if (more.length > 0) throw new UsageError(say(language, '一次只校验一个文件。', 'one file at a time'))
  const stated = values.head === undefined ? undefined : parseHead(values.head)
  if (values.head !== undefined && !stated)
    throw new UsageError(
      say(
        language,
        '--head 应为“条数:哈希”，哈希至少 32 位，例如 128:9f3c-20ab-1c4d-77e0-0a1b-5c6d-8e9f-0011。',
        '--head takes NUMBER:HASH with at least 32 digits of the hash',
      ),
    )
  return file === undefined ? verifyDatabase(terminal, stated) : verifyFile(file, terminal, stated)
}

async function verifyFile(file: string, terminal: Terminal, stated: StatedHead | undefined): Promise<number> {
  const { language, out } = terminal
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) {
    terminal.err(`guatu: ${say(language, `打不开“${file}”，请核对路径和权限。`, `cannot open "${file}"`)}\n`)
    return 1
  }
  const verdict = verifyTrail(bytes, stated)
  const { fault, end, comparison } = verdict
  if (fault) {
    const place = say(
      language,
      `第 ${fault.byte + 1} 字节（第 ${fault.line} 行）起与原样不符`,
      `altered from byte ${fault.byte + 1} (line ${fault.line}) on`,
    )
    out(`${file}: ${place}：${fault.message}\n`)
    return 1
  }
  if (end)
    sound(terminal, {
      name: file,
      entries: end.entries,
      until: say(language, `导出于 ${end.exportedAt}。`, `exported ${end.exportedAt}`),
    })
  else out(`${file}: ${withoutEnd(verdict, terminal)}\n`)
  if (verdict.last) out(`${lastLine(verdict.last, terminal)}\n`)
  if (comparison && stated) out(`${comparedLine(comparison, stated, terminal)}\n`)
  return (comparison ?? 'same') === 'same' && end ? 0 : 1
}

/** What was cut off at its end is sound as far as it goes; only a head from elsewhere can tell. */
const withoutEnd = ({ entries }: TrailVerdict, { language }: Terminal): string =>
  say(
    language,
    `没有结尾：现有 ${entries} 条记录首尾相连，但末尾是否被截去，单凭这个文件看不出来（旧版导出的文件都没有结尾）。请用 --head 与纸上、备份中或日志文件夹里的链头比对。`,
    `no end: the ${entries} entries are unbroken, but whether some were cut off at the end cannot be told from this file; compare with a head kept elsewhere (--head)`,
  )

const lastLine = (last: NonNullable<TrailVerdict['last']>, { language }: Terminal): string =>
  say(
    language,
    `末条：${last.at}；文件是否整个被重写，与别处留存的链头比对可知。链头 ${formatHead(last)}`,
    `last entry: ${last.at}; whether the whole file was rewritten, a head kept elsewhere tells; head ${formatHead(last)}`,
  )

function comparedLine(comparison: Comparison, stated: StatedHead, { language }: Terminal): string {
  const sentences: Record<Comparison, [string, string]> = {
    same: ['一致。', 'the same'],
    absent: ['没有这一条：末尾被删除，或这里写得比链头早。', 'not there: cut off, or written before the head'],
    rewritten: ['不一致：这一条或之前的记录已被改写。', 'differs: this entry or an earlier one was rewritten'],
  }
  const [zh, en] = sentences[comparison]
  return say(
    language,
    `所给链头（第 ${stated.sequence} 条）：${zh}`,
    `the head given (entry ${stated.sequence}): ${en}`,
  )
}

const verifyDatabase = (terminal: Terminal, stated: StatedHead | undefined): Promise<number> =>
  withDatabase(terminal, async ({ db }) => {
    const kept = await readKeptHeads(readSettings(terminal.environment).dataFolder)
    const divisions = await listDivisionsWithTrail(db, kept)
    if (divisions.length === 0)
      terminal.out(`${say(terminal.language, '库中没有审计记录。', 'no entries in the database')}\n`)
    if (kept.length === 0)
      terminal.out(
        `${say(terminal.language, '数据文件夹里没有留存的链头，整条链被重写或清空只能用 --head 发现。', 'no heads are kept in the data folder: a chain rewritten or deleted as a whole is found by --head only')}\n`,
      )
    let code = 0
    for (const name of divisions) {
      const { entries, fault, lastHash, headsLost } = await verifyStoredChain(db, name, kept)
      const lost =
        headsLost.length === 0
          ? ''
          : say(
              terminal.language,
              `第 ${headsLost.join('、')} 条记着链头被删除或调回后续接。`,
              `entries ${headsLost.join(', ')} say the head had been taken away`,
            )
      const head = lastHash
        ? `${say(terminal.language, '链头', 'head')} ${formatHead({ sequence: entries, hash: lastHash })}`
        : ''
      if (fault === null) sound(terminal, { name, entries, until: `${lost}${head}` })
      else {
        code = 1
        terminal.out(
          `${name}: ${say(terminal.language, `第 ${fault.sequence} 条起与原样不符`, `altered from entry ${fault.sequence} on`)}：${fault.message}\n`,
        )
      }
    }
    return stated ? Math.max(code, await compareWithDatabase(db, { divisions, stated, terminal })) : code
  })

interface Asked {
  divisions: readonly string[]
  stated: StatedHead
  terminal: Terminal
}

/** A head does not say whose it is: it is looked for in every chain, and where one has it the answer is yes. */
async function compareWithDatabase(db: Db, { divisions, stated, terminal }: Asked): Promise<number> {
  const found = await Promise.all(divisions.map((division) => compareStoredHead(db, division, stated)))
  const comparison = (['same', 'rewritten', 'absent'] as const).find((one) => found.includes(one)) ?? 'absent'
  terminal.out(`${comparedLine(comparison, stated, terminal)}\n`)
  return comparison === 'same' ? 0 : 1
}

function sound(terminal: Terminal, { name, entries, until }: { name: string; entries: number; until: string }): void {
  const whole = say(
    terminal.language,
    `${entries} 条记录，首尾相连，没有改动。`,
    `${entries} entries, unbroken and unaltered; `,
  )
  terminal.out(`${name}: ${whole}${until}\n`)
}
