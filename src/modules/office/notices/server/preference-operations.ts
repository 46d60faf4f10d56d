import { and, eq } from 'drizzle-orm'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { noticeContract, type PreferenceView } from '../contract.ts'
import { noticeErrors } from '../domain/errors.ts'
import { findMailChannel, loadHouseRules } from './load-house.ts'
import { preferences } from './tables.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor'>

async function viewPreference({ tx, actor: { divisionCode, userId } }: Asking): Promise<PreferenceView> {
  const own = and(eq(preferences.divisionCode, divisionCode), eq(preferences.userId, userId))
  const [row] = await tx.select().from(preferences).where(own)
  const mail = await findMailChannel(tx, divisionCode)
  return {
    byMail: row?.byMail ?? false,
    mailAddress: row?.mailAddress ?? null,
    onlyInbox: row?.onlyInbox ?? [],
    rules: row?.rules ?? null,
    house: (await loadHouseRules(tx, divisionCode)).rules,
    mailReady: mail?.enabled ?? false,
  }
}

export const getPreference = implement(noticeContract.getPreference, viewPreference)

export const savePreference = implementForm(
  noticeContract.savePreference,
  async (call) => {
    const { byMail, mailAddress, onlyInbox, rules } = await viewPreference(call)
    return { byMail, mailAddress, onlyInbox, rules }
  },
  async (call) => {
    const { input, tx, actor } = call
    if (input.byMail && input.mailAddress === null) throw noticeErrors.mailAddressNeeded({})
    await tx
      .insert(preferences)
      .values({ ...input, divisionCode: actor.divisionCode, userId: actor.userId })
      .onConflictDoUpdate({ target: [preferences.divisionCode, preferences.userId], set: input })
    call.about('本人消息设置', { byMail: input.byMail })
    return viewPreference(call)
  },
)
