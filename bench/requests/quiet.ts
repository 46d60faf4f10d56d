import { setTimeout as delay } from 'node:timers/promises'
import { hashPassword } from '#modules/office/accounts/server/index.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { sampleDivision } from '../../src/main/sample-county.ts'
import { hashCounty } from '../../test/scope/rows-of-county.ts'
import type { Findings } from './findings.ts'
import { type Furnished, foreignDivision, password } from './furnish.ts'
import type { Made } from './make-request.ts'
import type { Sender } from './send.ts'

/** What a refusal may write: its trace, and that somebody was seen. */
const traces = ['audit.entry', 'audit.head', 'accounts.session']

/** Looks at the house between rounds, while nobody asks. */
export async function createQuiet(
  { dataFolder, accounts }: Furnished,
  { sender, address }: { sender: Sender; address: string },
) {
  const { pool, close } = await openDatabase({ dataFolder, address, whenRunning: 'join' })
  const counts = { again: 0, tables: 0, signedIn: 0 }

  async function waitForJobs(): Promise<void> {
    for (let i = 0; i < 100; i++) {
      const { rows } = await pool.query<{ n: string }>(
        `select count(*) as n from graphile_worker.jobs where locked_at is not null or (run_at <= now() and attempts = 0)`,
      )
      if (rows[0]?.n === '0') break
      await delay(100)
    }
    await delay(100)
  }

  async function hashes(): Promise<Record<string, string>> {
    const all = await Promise.all(
      [sampleDivision, foreignDivision].map((division) => hashCounty(pool, division, traces)),
    )
    return Object.fromEntries(
      all.flatMap((one, i) => Object.entries(one).map(([name, hash]) => [`${i} ${name}`, hash])),
    )
  }

  const passwordHash = await hashPassword(password)

  /** What the questions themselves did to those who ask: locks, stricter rules, closed accounts, new passwords, sessions that ended. */
  async function restorePeople(): Promise<void> {
    await pool.query('delete from accounts.attempt')
    await pool.query('delete from accounts.rules')
    const names = accounts.map(({ username }) => username)
    const { rows } = await pool.query<{ id: string }>(
      `update accounts."user" set disabled_reason = null, must_change_password = false
       where username = any($1) and (disabled_reason is not null or must_change_password) returning id`,
      [names],
    )
    await pool.query(
      `update accounts.mandate m set ended_at = null from accounts."user" u where u.id = m.user_id and u.username = any($1)
       and not exists (select 1 from accounts.mandate o where o.user_id = u.id and o.ended_at is null)`,
      [names],
    )
    const ids = rows.map(({ id }) => id)
    await pool.query('update accounts.account set password = $1 where user_id = any($2)', [passwordHash, ids])
    for (const account of accounts) {
      if (await sender.isSignedIn(account)) continue
      await sender.signIn(account)
      counts.signedIn += 1
    }
  }

  /** Tables that are others after these were refused again than before. */
  async function changedBy(refused: readonly Made[]): Promise<string[]> {
    await waitForJobs()
    let before = await hashes()
    for (const made of refused) {
      const answer = await sender.send(made).catch(() => undefined)
      if (answer && answer.status >= 400) {
        counts.again += 1
        continue
      }
      await waitForJobs()
      before = await hashes()
    }
    await waitForJobs()
    const after = await hashes()
    counts.tables += Object.keys(after).length
    return Object.keys(after).filter((name) => before[name] !== after[name])
  }

  return {
    counts,
    close,
    async signInAll(): Promise<void> {
      for (const account of accounts) await sender.signIn(account)
    },
    /** Asks what was refused once more: refused again, it must have changed nothing. */
    async look(refused: readonly Made[], findings: Findings): Promise<void> {
      const first = await changedBy(refused)
      // Work in the background falls in now and then; what a refusal itself changes, it changes twice.
      const again = first.length > 0 ? await changedBy(refused) : []
      const changed = first.filter((name) => again.includes(name))
      const asked = refused.map(({ index, aim }) => `${index} ${aim}`).join(', ')
      if (changed.length > 0) findings.add(`a refusal changed ${changed.join(', ')}: ${asked}`)
      await restorePeople()
    },
  }
}
