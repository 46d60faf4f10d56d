import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { databaseErrors } from './refusals.ts'

/** The system user PostgreSQL runs as when the program itself was started by root, which PostgreSQL refuses. */
export interface ServiceUser {
  name: string
  uid: number
  gid: number
}

export const isRoot = (): boolean => process.getuid?.() === 0

function knownUsers(): ServiceUser[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

const findUser = (name: string): ServiceUser | undefined => knownUsers().find((user) => user.name === name)

export const userName = (uid: number): string => knownUsers().find((user) => user.uid === uid)?.name ?? `uid ${uid}`

/** The user of an existing cluster stays its user. */
export const userOf = (uid: number, gid: number): ServiceUser => ({ name: userName(uid), uid, gid })

// shadow-utils, then busybox
const creations: readonly (readonly string[])[] = [
  ['useradd', '--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'guatu'],
  ['adduser', '-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin', 'guatu'],
]

function createUser(): ServiceUser | undefined {
  for (const [command = '', ...rest] of creations) {
    spawnSync(command, rest, { stdio: 'ignore' })
    const created = findUser('guatu')
    if (created) return created
  }
  return undefined
}

/** `guatu`, made when missing; where users cannot be made, one that is there anyway. */
export function serviceUser(): ServiceUser {
  const user = findUser('guatu') ?? createUser() ?? findUser('postgres') ?? findUser('nobody')
  if (!user) throw databaseErrors.noServiceUser({ reason: '没有可用的系统用户' })
  return user
}

/** Whether the user can get into the folder, asked of the system itself because modes are not the whole truth. */
export function canEnter(user: ServiceUser, folder: string): boolean {
  const { uid, gid } = user
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' })
  if (tried.error) throw databaseErrors.noServiceUser({ reason: `切换到 ${user.name} 时被拒绝` })
  return tried.status === 0
}
