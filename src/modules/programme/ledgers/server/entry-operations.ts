import { count } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { getProgrammeRow, getTaskRow, programmeErrors } from '#modules/programme/programmes/server/index.ts'
import { type Owned, ofRow, owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { ledgerContract } from '../contract.ts'
import { ledgerErrors } from '../domain/errors.ts'
import { policyEntries, projectEntries } from './tables.ts'

type Entries = typeof projectEntries | typeof policyEntries
type Acted = Pick<Call<unknown>, 'tx' | 'actor' | 'now'>
const done = { done: true } as const

async function refuseForeignTask({ tx, actor }: Acted, programmeId: string, taskId: string | null): Promise<void> {
  if (taskId === null) return
  const task = await getTaskRow(tx, taskId, actor)
  if (task.programmeId !== programmeId) throw programmeErrors.taskElsewhere({})
}

async function getEntry(tx: Tx, entries: Entries, entry: Owned): Promise<{ programmeId: string }> {
  const [row] = await tx
    .select({ programmeId: entries.programmeId })
    .from(entries)
    .where(sameRow(entries, entry))
    .for('update')
  if (!row) throw ledgerErrors.entryNotFound({})
  return row
}

async function currentEntry(
  { input, tx, actor }: Pick<Call<{ entryId: string }>, 'input' | 'tx' | 'actor'>,
  entries: Entries,
) {
  const entry = owned(input.entryId, actor)
  await getEntry(tx, entries, entry)
  const [row] = await tx.select().from(entries).where(sameRow(entries, entry))
  return { ...row, ...notOfTheForm }
}

/** What of an entry its form does not edit. */
const notOfTheForm = {
  divisionCode: undefined, id: undefined, programmeId: undefined, position: undefined, savedBy: undefined, savedAt: undefined,
} // biome-ignore format: one line

async function newRow(call: Acted, entries: Entries, programmeId: string) {
  const { tx, actor, now } = call
  const [counted] = await tx
    .select({ n: count() })
    .from(entries)
    .where(ofRow(entries.programmeId, owned(programmeId, actor)))
  return {
    divisionCode: actor.divisionCode, id: newId(now.getTime()), programmeId, position: counted?.n ?? 0, savedBy: actor.name, savedAt: now,
  } // biome-ignore format: one line
}

export const addProject = implement(ledgerContract.addProject, async (call) => {
  const { input, tx, actor, about } = call
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  await refuseForeignTask(call, programme.id, input.taskId)
  await tx.insert(projectEntries).values({ ...input, ...(await newRow(call, projectEntries, programme.id)) })
  about(`清单项目“${input.name}”`)
  return done
})

export const saveProject = implementForm(
  ledgerContract.saveProject,
  (call) => currentEntry(call, projectEntries),
  async (call) => {
    const { input, tx, actor, now, about } = call
    const { entryId, ...fields } = input
    const entry = owned(entryId, actor)
    const { programmeId } = await getEntry(tx, projectEntries, entry)
    await refuseForeignTask(call, programmeId, fields.taskId)
    const saved = { ...fields, savedBy: actor.name, savedAt: now }
    await tx.update(projectEntries).set(saved).where(sameRow(projectEntries, entry))
    about(`清单项目“${fields.name}”`)
    return done
  },
)

export const removeProject = implement(ledgerContract.removeProject, async ({ input, tx, actor, about }) => {
  const entry = owned(input.entryId, actor)
  await getEntry(tx, projectEntries, entry)
  const [gone] = await tx.delete(projectEntries).where(sameRow(projectEntries, entry)).returning()
  about(`清单项目“${gone?.name ?? ''}”`)
  return done
})

export const addPolicy = implement(ledgerContract.addPolicy, async (call) => {
  const { input, tx, actor, about } = call
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  await refuseForeignTask(call, programme.id, input.taskId)
  await tx.insert(policyEntries).values({ ...input, ...(await newRow(call, policyEntries, programme.id)) })
  about(`清单政策“${input.title}”`)
  return done
})

export const savePolicy = implementForm(
  ledgerContract.savePolicy,
  (call) => currentEntry(call, policyEntries),
  async (call) => {
    const { input, tx, actor, now, about } = call
    const { entryId, ...fields } = input
    const entry = owned(entryId, actor)
    const { programmeId } = await getEntry(tx, policyEntries, entry)
    await refuseForeignTask(call, programmeId, fields.taskId)
    const saved = { ...fields, savedBy: actor.name, savedAt: now }
    await tx.update(policyEntries).set(saved).where(sameRow(policyEntries, entry))
    about(`清单政策“${fields.title}”`)
    return done
  },
)

export const removePolicy = implement(ledgerContract.removePolicy, async ({ input, tx, actor, about }) => {
  const entry = owned(input.entryId, actor)
  await getEntry(tx, policyEntries, entry)
  const [gone] = await tx.delete(policyEntries).where(sameRow(policyEntries, entry)).returning()
  about(`清单政策“${gone?.title ?? ''}”`)
  return done
})
