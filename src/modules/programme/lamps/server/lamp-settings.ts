import { roleTitles } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import type { Call } from '#platform/operation/implement.ts'
import { implement, implementForm } from '#platform/operation/implement.ts'
import { type LampSettingsView, lampContract, Thresholds } from '../contract.ts'
import { lampErrors } from '../domain/errors.ts'
import { sentencesOn } from '../domain/rules/edition.ts'
import { listSettings, rulesOn } from './load-rules.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { settings } from './tables.ts'

export const getLampSettings = implement(lampContract.getLampSettings, async (call) =>
  viewSettings(call, await getProgrammeRow(call.tx, call.input.programmeId, call.actor)),
)

export const saveLampSettings = implementForm(
  lampContract.saveLampSettings,
  async ({ input, tx, actor, today }) => ({
    thresholds: (await rulesOn(tx, await getProgrammeRow(tx, input.programmeId, actor), today)).thresholds,
  }),
  async (call) => {
    const { tx, actor, now, today, about, input } = call
    const { thresholds, reason } = input
    const programme = await getProgrammeRow(tx, input.programmeId, actor)
    const { thresholds: before } = await rulesOn(tx, programme, today)
    const changed = Thresholds.keyof().options.filter((name) => before[name] !== thresholds[name])
    if (changed.length === 0) throw lampErrors.nothingChanged({})
    const { divisionCode, id: programmeId } = programme
    await tx.insert(settings).values({
      id: newId(now.getTime()),
      divisionCode,
      programmeId,
      thresholds,
      validFrom: today,
      reason,
      setBy: actor.name,
      setAt: now,
    })
    about(`工作方案《${programme.title}》的亮灯规则`, { changed, reason })
    return viewSettings(call, programme)
  },
)

async function viewSettings(
  { tx, actor, today }: Pick<Call<unknown>, 'tx' | 'actor' | 'today'>,
  programme: ProgrammeRow,
): Promise<LampSettingsView> {
  const { edition, thresholds } = await rulesOn(tx, programme, today)
  const allowed = may(actor, lampContract.saveLampSettings)
  const changes = await listSettings(tx, programme)
  return {
    programmeId: programme.id,
    edition: edition.name,
    editionFrom: edition.validFrom,
    sentences: sentencesOn(today, edition),
    thresholds,
    defaults: edition.defaults,
    changes,
    can: {
      saveLampSettings: allowed
        ? { allowed, reason: null }
        : { allowed, reason: `${roleTitles[actor.role]}不能修改亮灯规则，请联系专班办公室。` },
    },
  }
}
