import { count, eq } from 'drizzle-orm'
import type { Role } from '#kernel/actor.ts'
import { hashPassword, setSamplePassword, users } from '#modules/office/accounts/server/index.ts'
import { foundCounty, handIn, readSampleAccounts, sampleDivision } from './sample-county.ts'
import { loadRows } from './sample-year/load-rows.ts'
import { playYear } from './sample-year/play-year.ts'
import { readStory, storyBegins, storyYearAt } from './sample-year/story.ts'
import type { Running, StartStep } from './start-step.ts'
import { openSystem } from './system.ts'

/** Loads the fictional county into an empty database: agencies, accounts, a running programme and a draft of its next issue. */
export const loadSampleCounty: StartStep = async (running) => {
  const { db, settings, isFirst } = running
  if (!settings.loadSample) return []
  const [found] = await db.select({ n: count() }).from(users).where(eq(users.sample, true))
  if ((found?.n ?? 0) === 0) {
    // A county that has data of its own, put back from a backup perhaps, is left alone.
    if (!isFirst) return ['库中已有数据，没有装入示例县。']
    await load(running)
  }
  return describeAccounts(settings.sampleOpen)
}

/** The story up to this start: its prepared rows to the last stop, the days since as they are played. */
async function load({ db, pool, settings: { dataFolder }, system, show }: Running): Promise<void> {
  const until = system.runtime.clock()
  const year = storyYearAt(until)
  const loadedTo = await loadRows({ pool, files: system.planPorts.files }, { year, until })
  if (!loadedTo) show(['首次启动：本年的示例数据没有预先备好，正在从头演出，约需半分钟。'])
  const clock = { now: loadedTo ?? storyBegins(year) }
  const past = openSystem({ db, dataFolder, sampleOpen: true, homeDivision: sampleDivision, clock: () => clock.now })
  try {
    if (!loadedTo) await foundCounty(past, year)
    await playYear(past, clock, { story: readStory(year), until })
  } finally {
    await past.close()
  }
  await handIn(system, 'sample-plan-revised.txt', year)
  const [account] = readSampleAccounts()
  const passwordHash = await hashPassword(account?.password ?? '')
  await db.transaction((tx) => setSamplePassword(tx, passwordHash))
}

const shownRoles: readonly Role[] = [
  'office', 'leader', 'reviewer', 'reporter', 'agencyHead', 'auditor', 'administrator', 'securityAdministrator', 'auditAdministrator',
] // biome-ignore format: a list

function describeAccounts(open: boolean): string[] {
  if (!open) return ['示例县的账号没有打开。只是试用的，请设 GUATU_SAMPLE_ACCOUNTS=1 后重新启动。']
  const accounts = readSampleAccounts()
  const shown = shownRoles.flatMap((role) => accounts.find((account) => account.role === role) ?? [])
  const names = shown.map(({ username, name }) => `${username}（${name}）`).join('、')
  return [
    `示例县“澄禾县”（虚构）的账号：${names}`,
    `以上账号的密码都是 ${accounts[0]?.password ?? ''}。示例账号已打开，能打开上面地址的人都能用；不用了请设 GUATU_SAMPLE_ACCOUNTS=0 后重新启动。`,
  ]
}
