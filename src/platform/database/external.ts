import type { Pool } from 'pg'
import { reasonOf } from '../fault/describe-fault.ts'
import { databaseErrors } from './refusals.ts'

const reasons: Record<string, string> = {
  ECONNREFUSED: '对方没有监听。请确认数据库服务器已经启动，地址和端口没有写错。',
  ENOTFOUND: '找不到这个主机名。请检查地址。',
  ETIMEDOUT: '超时。请检查网络和防火墙。',
  '28P01': '用户名或密码不对。',
  '28000': '服务器不接受这个用户从这里连接，请检查 pg_hba.conf。',
  '3D000': '服务器上没有这个数据库。请先执行 create database。',
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** The address without its password. */
function shown(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  } catch {
    return '（写法不对，应当形如 postgres://用户:密码@主机:5432/库名）'
  }
}

/** Looks at the server DATABASE_URL names: it must answer, be of version 15 or later, and hold every Chinese character. */
export async function checkServer(pool: Pool, url: string): Promise<void> {
  const sql = `select current_setting('server_version_num')::int as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding`
  const answer = await pool
    .query<{ number: number; version: string; encoding: string }>(sql)
    .catch((error: unknown) => {
      throw databaseErrors.unreachable({ address: shown(url), reason: reasons[codeOf(error)] ?? reasonOf(error) })
    })
  const [server] = answer.rows
  if (!server || server.number < 150_000) throw databaseErrors.tooOld({ version: server?.version ?? '' })
  if (server.encoding !== 'UTF8') throw databaseErrors.wrongEncoding({ encoding: server.encoding })
}
