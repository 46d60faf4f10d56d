import { and, eq, inArray, ne } from 'drizzle-orm'
import { Refusal } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/moment.ts'
import type { Tx } from '#platform/database/tx.ts'
import { sha256Of } from '#platform/files/file-store.ts'
import type { ReadDocument } from '#platform/reading/document.ts'
import { compilePlan } from '../domain/compiler/compile-plan.ts'
import { type HandIn, handInFlow } from '../domain/hand-in.ts'
import type { Plan } from '../domain/plan.ts'
import { comparableText } from '../domain/series.ts'
import type { PlanPorts } from './ports.ts'
import { compilations, handIns, plans } from './tables.ts'

/** Reads and compiles one file; whatever happens the receipt says how it ended. */
export async function readHandIn(ports: PlanPorts, handInId: string): Promise<void> {
  const handIn = await begin(ports, handInId)
  if (!handIn) return
  try {
    const bytes = await ports.files.get(handIn.fileSha256, handIn.fileName)
    const onProgress = reporter(ports, handIn.id)
    const document = await ports.read({ name: handIn.fileName, bytes }, { onProgress })
    await ports.db.transaction((tx) => keep(tx, { handIn, document }, ports.clock()))
  } catch (error) {
    const sentence =
      error instanceof Refusal ? error.message : '识读时系统出错，文件已保存。请稍后重新递交；仍不行请告诉系统管理员。'
    const state = handInFlow.next('reading', 'refuse')
    await ports.db.update(handIns).set({ state, refusal: sentence }).where(eq(handIns.id, handIn.id))
  }
}

/** Takes up what a stopped server left unfinished. */
export async function resumeHandIns(ports: PlanPorts): Promise<void> {
  const left = await ports.db
    .select({ id: handIns.id })
    .from(handIns)
    .where(inArray(handIns.state, ['received', 'reading']))
  for (const { id } of left) await readHandIn(ports, id)
}

async function begin(ports: PlanPorts, handInId: string): Promise<HandIn | undefined> {
  const [handIn] = await ports.db.select().from(handIns).where(eq(handIns.id, handInId))
  if (!handIn || !handInFlow.can(handIn.state, 'read')) return undefined
  const state = handInFlow.next(handIn.state, 'read')
  await ports.db.update(handIns).set({ state, stage: '识读' }).where(eq(handIns.id, handIn.id))
  return { ...handIn, state }
}

const reportEvery = 300

/** Progress is for eyes: a few times a second is enough, and a lost report is no loss. */
function reporter(ports: PlanPorts, handInId: string) {
  let last = 0
  return (done: number, total: number, stage: string) => {
    const now = performance.now()
    if (now - last < reportEvery) return
    last = now
    const stillReading = and(eq(handIns.id, handInId), eq(handIns.state, 'reading'))
    ports.db
      .update(handIns)
      .set({ done, total, stage })
      .where(stillReading)
      .then(undefined, () => undefined)
  }
}

async function keep(tx: Tx, read: { handIn: HandIn; document: ReadDocument }, now: Date): Promise<void> {
  const { handIn, document } = read
  const textSha256 = sha256Of(comparableText(document.text))
  const known = await findSameText(tx, handIn.divisionCode, textSha256)
  if (known) {
    await tx
      .update(handIns)
      .set({ state: handInFlow.next(handIn.state, 'repeat'), planId: known })
      .where(eq(handIns.id, handIn.id))
    return
  }
  const { text, mediaType, encoding, sha256, pages, notices } = document
  const compiled = compilePlan({ file: handIn.fileName, text, mediaType, encoding, sha256, today: dayOf(now) })
  const { title, issuer, number, issuedOn, period } = compiled.document
  const id = newId(now.getTime())
  const row: Plan = {
    id, divisionCode: handIn.divisionCode, title: title || handIn.fileName, issuer, number, issuedOn, period, state: 'draft',
    seriesId: id, version: 1, fileName: handIn.fileName, textSha256, fileSha256: handIn.fileSha256, compiler: compiled.compiler,
    revision: 0, handedInBy: handIn.handedInBy, handedInAt: handIn.handedInAt, publishedBy: null, publishedAt: null,
  } // biome-ignore format: three lines
  await tx.insert(plans).values(row)
  await tx
    .insert(compilations)
    .values({ divisionCode: row.divisionCode, planId: id, compiled, pages, notices, compiledAt: now })
  await tx
    .update(handIns)
    .set({ state: handInFlow.next(handIn.state, 'finish'), planId: id })
    .where(eq(handIns.id, handIn.id))
}

async function findSameText(tx: Tx, divisionCode: string, textSha256: string): Promise<string | undefined> {
  const same = and(eq(plans.divisionCode, divisionCode), eq(plans.textSha256, textSha256), ne(plans.state, 'discarded'))
  const [row] = await tx.select({ id: plans.id }).from(plans).where(same)
  return row?.id
}
