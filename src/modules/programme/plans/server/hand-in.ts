import { desc, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { takeIn } from '#modules/office/files/server/index.ts'
import { owned, refersTo, sameRow } from '#platform/database/same-row.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { type HandInView, planContract } from '../contract.ts'
import { planErrors } from '../domain/errors.ts'
import { type HandIn, handInFlow } from '../domain/hand-in.ts'
import type { PlanPorts } from './ports.ts'
import { readHandIn } from './read-hand-in.ts'
import { handIns, plans } from './tables.ts'

export const handInFile = (ports: PlanPorts) =>
  implement(planContract.handInFile, (call) => receive(call, call.file.name, { bytes: call.file.bytes, ports }))

export const handInText = (ports: PlanPorts) =>
  implement(planContract.handInText, (call) => {
    const { title, text } = call.input
    const bytes = new TextEncoder().encode(text)
    return receive(call, `${title || firstLine(text) || '粘贴的文本'}.txt`, { bytes, ports })
  })

const firstLine = (text: string): string => (/\S[^\r\n]*/.exec(text)?.[0] ?? '').trim().slice(0, 60)

/** Keeps the bytes first; reading begins once the receipt is committed, so nothing handed in is lost. */
async function receive(
  call: Call<unknown>,
  fileName: string,
  given: { bytes: Uint8Array; ports: PlanPorts },
): Promise<HandInView> {
  const { tx, actor, now, about, afterCommit } = call
  const fileSha256 = await takeIn(given.ports.files, call, given.bytes)
  const received: HandIn = {
    id: newId(now.getTime()),
    divisionCode: actor.divisionCode,
    fileName,
    fileSha256,
    byteLength: given.bytes.length,
    state: 'received',
    stage: '排队',
    done: 0,
    total: 0,
    attempts: 0,
    refusal: null,
    planId: null,
    handedInBy: actor.name,
    handedInAt: now,
  }
  await tx.insert(handIns).values(received)
  about(`文件“${fileName}”`, { bytes: given.bytes.length, sha256: fileSha256 })
  afterCommit(() => readHandIn(given.ports, received))
  return { ...received, planTitle: null }
}

export const listHandIns = implement(planContract.listHandIns, async ({ tx, actor }) => {
  const rows = await tx
    .select({ handIn: handIns, planTitle: plans.title })
    .from(handIns)
    .leftJoin(plans, refersTo(handIns.planId, plans))
    .where(eq(handIns.divisionCode, actor.divisionCode))
    .orderBy(desc(handIns.handedInAt), desc(handIns.id))
    .limit(30)
  return rows.map(({ handIn, planTitle }) => ({ ...handIn, planTitle }))
})

/** What was read so far is dropped, the file stays. */
export const stopHandIn = (ports: PlanPorts) =>
  implement(planContract.stopHandIn, async ({ input, tx, actor, about, afterCommit }) => {
    const asked = sameRow(handIns, owned(input.handInId, actor))
    const [handIn] = await tx.select().from(handIns).where(asked).for('update')
    if (!handIn) throw planErrors.handInNotFound({})
    if (!handInFlow.can(handIn.state, 'stop')) throw planErrors.handInEnded({})
    const state = handInFlow.next(handIn.state, 'stop')
    await tx.update(handIns).set({ state }).where(asked)
    about(`文件“${handIn.fileName}”`)
    afterCommit(async () => ports.readings.get(handIn.id)?.abort())
    return { ...handIn, state, planTitle: null }
  })
