import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { scheduleContract, type TemplateView } from '../contract.ts'
import { checkTemplate } from '../domain/check-template.ts'
import { scheduleErrors } from '../domain/errors.ts'
import { defaultTemplates } from '../domain/templates.data.ts'
import { templates } from './tables.ts'

export const listTemplates = implement(scheduleContract.listTemplates, ({ tx, actor }) => viewTemplates(tx, actor))

async function currentTemplate({ input, tx, actor }: Pick<Call<{ key: string }>, 'input' | 'tx' | 'actor'>) {
  const found = (await viewTemplates(tx, actor)).find(({ key }) => key === input.key)
  if (!found) return {}
  const { isDefault: _, can: __, changedBy: ___, changedAt: ____, ...template } = found
  return template
}

export const saveTemplate = implementForm(
  scheduleContract.saveTemplate,
  currentTemplate,
  async ({ input, tx, actor, now, about }) => {
    checkTemplate(input)
    const row = { ...input, divisionCode: actor.divisionCode, changedBy: actor.name, changedAt: now }
    await tx
      .insert(templates)
      .values(row)
      .onConflictDoUpdate({ target: [templates.divisionCode, templates.key], set: row })
    about(`工期模板“${input.title}”`, { steps: input.steps.length })
    return viewTemplates(tx, actor)
  },
)

/** A changed template becomes again what every county begins with; one of the county's own is taken away. */
export const restoreTemplate = implement(scheduleContract.restoreTemplate, async ({ input, tx, actor, about }) => {
  const own = and(eq(templates.divisionCode, actor.divisionCode), eq(templates.key, input.key))
  const [gone] = await tx.delete(templates).where(own).returning()
  if (!gone) throw scheduleErrors.defaultStays({})
  about(`工期模板“${gone.title}”`)
  return viewTemplates(tx, actor)
})

async function viewTemplates(tx: Tx, actor: Actor): Promise<TemplateView[]> {
  const own = await tx
    .select()
    .from(templates)
    .where(eq(templates.divisionCode, actor.divisionCode))
    .orderBy(asc(templates.changedAt), asc(templates.key))
  const ownOf = new Map(own.map((template) => [template.key, template]))
  const allowed = may(actor, scheduleContract.saveTemplate)
  const can = { saveTemplate: { allowed, reason: allowed ? null : '工期模板由专班办公室维护。' } }
  const defaults = defaultTemplates.map((template) => {
    const changed = ownOf.get(template.key)
    return { changedBy: null, changedAt: null, ...(changed ?? template), isDefault: true, can }
  })
  const isDefault = new Set(defaultTemplates.map(({ key }) => key))
  const added = own.filter(({ key }) => !isDefault.has(key)).map((each) => ({ ...each, isDefault: false, can }))
  return [...defaults, ...added]
}
