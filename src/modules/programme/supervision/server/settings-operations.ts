import { may } from '#kernel/contract.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { type SettingsView, supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import { issueFrom, issuingOn, seriesWord } from '../domain/issuing.ts'
import { listSeries, passOver } from './issue-paper.ts'
import { loadSettings } from './load-settings.ts'
import { settings } from './tables.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

async function view(call: Asking, programmeId: string): Promise<SettingsView> {
  const { tx, actor, today } = call
  const { editions, ...loaded } = await loadSettings(call, await getProgrammeRow(tx, programmeId, actor))
  const allowed = may(actor, supervisionContract.saveSettings)
  const last = editions.at(-1)
  return {
    programmeId,
    today,
    ...loaded,
    coming: last?.from && last.from > today ? { ...last.issuing, from: last.from } : null,
    series: await listSeries(call, loaded.settings),
    can: { save: { allowed, reason: allowed ? null : '督办规则由专班办公室设定。' } },
  }
}

export const getSettings = implement(supervisionContract.getSettings, ({ input, ...call }) =>
  view(call, input.programmeId),
)

export const saveSettings = implementForm(
  supervisionContract.saveSettings,
  async ({ input, ...call }) => ({
    settings: (await view(call, input.programmeId)).settings,
  }),
  async ({ input, ...call }) => {
    const { tx, actor, now, today, about } = call
    const programme = await getProgrammeRow(tx, input.programmeId, actor)
    const from = input.issuesFrom ?? today
    if (from < today) throw supervisionErrors.issuesInPast({ from, today })
    const kept = await loadSettings(call, programme)
    const editions = issueFrom(kept.editions, { from, issuing: input.settings })
    const row = {
      divisionCode: actor.divisionCode,
      programmeId: programme.id,
      settings: { ...input.settings, ...issuingOn(editions, today) },
      editions,
      savedBy: actor.name,
      savedAt: now,
    }
    const target = [settings.divisionCode, settings.programmeId]
    await tx.insert(settings).values(row).onConflictDoUpdate({ target, set: row })
    about(`工作方案《${programme.title}》督办规则`, { 理由: input.reason })
    return view(call, programme.id)
  },
)

/** Numbers used on paper before or beside the program: the series goes on behind them. */
export const passOverNumbers = implement(supervisionContract.passOverNumbers, async ({ input, ...call }) => {
  const { tx, actor, about } = call
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const { settings: now } = await loadSettings(call, programme)
  const word = seriesWord(now, input.form)
  await passOver(call, word, input.last)
  about(`文号${word}`, { 系统外用到: input.last, 理由: input.reason })
  return view(call, programme.id)
})
