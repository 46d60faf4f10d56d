import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readIdentity } from '#platform/sealing/sealing.ts'
import type { Terminal } from './terminal.ts'
import { say, UsageError } from './usage.ts'

/** The private key in the file `--identity` or GUATU_IDENTITY names; undefined when neither does. */
export async function identityOf(named: string | undefined, terminal: Terminal): Promise<string | undefined> {
  const file = named ?? terminal.environment['GUATU_IDENTITY']
  if (!file) return undefined
  const text = await readFile(resolve(file), 'utf8').catch(() => {
    throw new UsageError(
      say(terminal.language, `打不开私钥文件 ${file}，请核对路径和权限。`, `cannot read the identity file ${file}`),
    )
  })
  return (await readIdentity(text)).identity
}
