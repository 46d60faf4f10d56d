import { z } from 'zod'

/** What a backup holds only under seal, or never. */
export const Confidential = z.enum(['account', 'secret', 'session'])
export type Confidential = z.infer<typeof Confidential>

export const confidentialTitles: Record<Confidential, string> = {
  account: '账号',
  secret: '密码和密钥',
  session: '登录状态',
}

/**
 * Every table that lets somebody in, by what it holds: the one place where that is said. `session` goes into no backup,
 * the others only into one that is encrypted. A table that points at one of these stands here too.
 */
export const confidentialTables: Readonly<Record<string, Confidential>> = {
  'accounts.session': 'session',
  'accounts.attempt': 'session',
  'accounts.user': 'account',
  'accounts.grant': 'account',
  'accounts.mandate': 'account',
  'accounts.account': 'secret',
  'accounts.former_password': 'secret',
  'accounts.second_factor': 'secret',
  'accounts.recovery_code': 'secret',
  'notices.mail_channel': 'secret',
  'notices.robot': 'secret',
  'notices.feed': 'secret',
}

/** Tables with a hash that lets nobody in, and why. */
export const openHashes: Readonly<Record<string, string>> = {
  'audit.entry': 'the chain of the trail',
  'audit.head': 'the newest hash of the chain',
}

/** `账号、密码和密钥、登录状态` */
export const listConfidential = (kinds: readonly Confidential[]): string =>
  kinds.map((kind) => confidentialTitles[kind]).join('、')

/** Emptied after a restore too: backups of before held them. */
export const sessionTables = Object.keys(confidentialTables).filter((name) => confidentialTables[name] === 'session')
