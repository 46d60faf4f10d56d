import { and, asc, eq, inArray } from 'drizzle-orm'
import { implementPrepared } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { newPassword } from './create-user.ts'
import { listOpen } from './mandates.ts'
import { setPassword } from './passwords.ts'
import { findProofs } from './proofs.ts'
import { users } from './tables.ts'

/**
 * First passwords of accounts that wait, shown this once and kept nowhere but as hashes. Until an account may be used they
 * are made anew as often as a sheet of paper is lost; then they are the security administrator's to reset.
 */
export const issuePasswords = () =>
  implementPrepared(
    accountContract.issuePasswords,
    async ({ input }) => {
      const made: Awaited<ReturnType<typeof newPassword>>[] = []
      // One after the other: hashing takes a tenth of a second of a whole core.
      for (const _ of input.userIds) made.push(await newPassword())
      return made
    },
    async ({ tx, input, actor, now, about, prepared }) => {
      const ids = [...new Set(input.userIds)]
      const people = await tx
        .select()
        .from(users)
        .where(and(inArray(users.id, ids), eq(users.divisionCode, actor.divisionCode)))
        .orderBy(asc(users.id))
        .for('update')
      if (people.length < ids.length) throw accountErrors.userNotFound({})
      const proofsOf = await findProofs(tx, ids)
      const held = await listOpen(tx, ids, actor)
      const inUse = people.find(({ id }) => proofsOf(id).hasPassword && held.some(({ userId }) => userId === id))
      if (inUse) throw accountErrors.passwordInUse({ name: inUse.name })
      about(`首次密码 ${people.length} 个`, { 账号: people.map(({ username }) => username).join('、') })
      const issued = people.map(({ id, name, username }, i) => ({ id, name, username, ...prepared[i] }))
      for (const { id, hash = '' } of issued) await setPassword(tx, id, { hash, mustChange: true, now })
      return issued.map(({ id, name, username, password = '' }) => ({ id, name, username, password }))
    },
  )
