import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { administrators } from '#kernel/actor.ts'
import { defineErrors } from '#kernel/errors.ts'
import { mandates, users } from '#modules/office/accounts/server/index.ts'
import { divisionName, isKnownDivision, unsaidDivision } from '#modules/office/organisations/server/index.ts'
import { listHeads } from '#platform/audit/stored-chain.ts'
import type { Db } from '#platform/database/tx.ts'
import { sampleDivision } from './sample-county.ts'
import type { Settings } from './settings.ts'

const homeErrors = defineErrors('home', {
  unknown: {
    kind: 'invalid',
    text: (p: { code: string }) =>
      `区划代码表里没有 ${p.code}，没有启动，也没有新建账号。请核对 GUATU_DIVISION；确是新设的区划，请先在程序文件夹的 seed/division-patches.tsv 里添一行（change 写 added）。`,
  },
  other: {
    kind: 'conflict',
    text: (p: { code: string; kept: string; name: string }) =>
      `数据文件夹里是${p.name}（${p.kept}）的数据，GUATU_DIVISION 却是 ${p.code}，没有启动。请改成 ${p.kept} 或不写；另建一个县请用 GUATU_DATA 指定空的文件夹。`,
  },
})

/** The county of the administrator who was there first. */
async function countyOfAccounts(db: Db): Promise<string | undefined> {
  const [first] = await db
    .select({ kept: users.divisionCode })
    .from(users)
    .innerJoin(mandates, eq(mandates.userId, users.id))
    .where(and(eq(users.sample, false), inArray(mandates.role, administrators), ne(users.divisionCode, unsaidDivision)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1)
  return first?.kept
}

/** The county with most to tell: a backup without accounts has been put back. */
async function countyOfTrail(db: Db): Promise<string | undefined> {
  const heads = (await listHeads(db)).filter(({ divisionCode }) => divisionCode !== unsaidDivision)
  return heads.sort((a, b) => b.sequence - a.sequence)[0]?.divisionCode
}

/**
 * The county this installation keeps. Once there are data they say it, not how the program happens to be called: a
 * command that was not told the settings of the server must not write into another county.
 * @throws unknown, other
 */
export async function findHomeDivision(
  db: Db,
  { loadSample, division }: Pick<Settings, 'loadSample' | 'division'>,
): Promise<string> {
  const kept = (await countyOfAccounts(db)) ?? (await countyOfTrail(db))
  const isSaid = !loadSample && division !== unsaidDivision
  if (kept !== undefined) {
    if (isSaid && division !== kept) throw homeErrors.other({ code: division, kept, name: divisionName(kept) })
    return kept
  }
  if (isSaid && !isKnownDivision(division)) throw homeErrors.unknown({ code: division })
  return loadSample ? sampleDivision : division
}
