import { resolve } from 'node:path'
import { sizeText } from '#modules/office/maintenance/domain/backup.ts'
import { contentsOf } from '#modules/office/maintenance/server/index.ts'
import { type Verified, verifyBackup } from '#platform/backup/verify-backup.ts'
import { findOwnKey, shownKeyId } from '#platform/signing/signing.ts'
import { readSettings } from '../settings.ts'
import { identityOf } from './identity-file.ts'
import { contentsLine } from './sealed-line.ts'
import type { Command } from './terminal.ts'
import { parse, say, UsageError } from './usage.ts'

/**
 * `guatu backup verify FILE [--identity KEYFILE]`: reads every byte, says whose signature it bears, and with the private
 * key what it is when opened; needs no database. 1 when it is not as it was written.
 */
export const backupVerify: Command = async (args, terminal) => {
  const options = { identity: { type: 'string' } } as const
  const { values, positionals } = parse({ args, options, allowPositionals: true }, terminal)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new UsageError(
      say(terminal.language, '请写出一个备份文件。例如：guatu backup verify 备份.zip', 'name one backup file'),
    )
  const identity = await identityOf(values.identity, terminal)
  const verified = await verifyBackup(resolve(file), identity === undefined ? undefined : { identity })
  const own = findOwnKey(readSettings(terminal.environment).dataFolder)
  const { cover, bytes } = verified
  const made = contentsOf(verified)
  terminal.out(
    say(
      terminal.language,
      `${cover.madeAt} 的备份，${sizeText(bytes)}，${cover.rows} 行、${cover.files} 个文件，逐字节校验无误。\n${signatureLine(verified, own?.keyId)}${contentsLine(made, verified.isRead)}`,
      `backup of ${cover.madeAt}, ${sizeText(bytes)}, ${cover.rows} rows, ${cover.files} files, as written; signed by ${cover.signer?.keyId ?? 'nobody (first format)'}${cover.signer?.keyId === own?.keyId && own ? ', the key of this installation' : ''}; ${verified.isRead ? 'content read' : 'content sealed, not read'}\n`,
    ),
  )
  return 0
}

function signatureLine({ cover }: Verified, ownId: string | undefined): string {
  if (!cover.signer) return '旧格式的备份，没有签名，无法核对来历。\n'
  const { algorithm, keyId } = cover.signer
  const whose =
    ownId === undefined
      ? '本机还没有签名密钥可比对，请与抄录的编号核对'
      : keyId === ownId
        ? '是本机的签名密钥'
        : `不是本机的签名密钥（${shownKeyId(ownId)}），请核对来历`
  return `签名有效（${algorithm}），密钥编号 ${shownKeyId(keyId)}，${whose}。\n`
}
