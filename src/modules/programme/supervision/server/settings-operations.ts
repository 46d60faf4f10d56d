import { may } from '#kernel/contract.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { type SettingsView, supervisionContract } from '../contract.ts'
import { loadSettings } from './load-settings.ts'
import { settings } from './tables.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor'>

async function view({ tx, actor }: Asking, programmeId: string): Promise<SettingsView> {
  const loaded = await loadSettings(tx, await getProgrammeRow(tx, programmeId, actor))
  const allowed = may(actor, supervisionContract.saveSettings)
  return { programmeId, ...loaded, can: { save: { allowed, reason: allowed ? null : '督办规则由专班办公室设定。' } } }
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
    const { tx, actor, now, about } = call
    const programme = await getProgrammeRow(tx, input.programmeId, actor)
    const row = {
      divisionCode: actor.divisionCode,
      programmeId: programme.id,
      settings: input.settings,
      savedBy: actor.name,
      savedAt: now,
    }
    const target = [settings.divisionCode, settings.programmeId]
    await tx.insert(settings).values(row).onConflictDoUpdate({ target, set: row })
    about(`工作方案《${programme.title}》督办规则`, { 理由: input.reason })
    return view(call, programme.id)
  },
)
