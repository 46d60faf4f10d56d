import { and, eq, inArray, ne } from 'drizzle-orm'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { Refusal } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/moment.ts'
import { type Owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { sha256Of } from '#platform/files/file-store.ts'
import { repeatCrossed } from '#platform/operation/repeat-crossed.ts'
import type { ReadDocument } from '#platform/reading/document.ts'
import { type HandIn, handInFlow } from '../domain/hand-in.ts'
import type { Plan } from '../domain/plan.ts'
import { comparableText } from '../domain/series.ts'
import { compileOnThread } from './compile-on-thread.ts'
import type { PlanPorts } from './ports.ts'
import { compilations, handIns, plans } from './tables.ts'

/** Reads and compiles one file; whatever happens the receipt says how it ended. */
export async function readHandIn(ports: PlanPorts, wanted: Owned): Promise<void> {
  const handIn = await begin(ports, wanted)
  if (!handIn) return
  const stopper = new AbortController()
  ports.readings.set(handIn.id, stopper)
  try {
    const bytes = await ports.files.get(handIn.fileSha256, handIn.fileName)
    const onProgress = reporter(ports, handIn)
    const document = await ports.read({ name: handIn.fileName, bytes }, { onProgress, signal: stopper.signal })
    const now = ports.clock()
    const { text, mediaType, encoding, sha256, recognised: recognisedPages } = document
    const source = { file: handIn.fileName, text, mediaType, encoding, sha256, recognisedPages, today: dayOf(now) }
    const compiled = await compileOnThread(source)
    await repeatCrossed(() => ports.db.transaction((tx) => keep(tx, { handIn, document, compiled }, now)))
  } catch (error) {
    if (stopper.signal.aborted) return
    const sentence =
      error instanceof Refusal ? error.message : '识读时系统出错，文件已保存。请稍后重新递交；仍不行请告诉系统管理员。'
    await refuse(ports, handIn, sentence)
  } finally {
    ports.readings.delete(handIn.id)
  }
}

/** Whoever stopped it meanwhile, on this server or another, has the last word. */
const underWay = (handIn: HandIn) => and(sameRow(handIns, handIn), inArray(handIns.state, ['received', 'reading']))

/** Once more after a reading that was cut: what stops the program twice would stop it at every start. */
const maxAttempts = 2
const cutTwice =
  '识读两次都没有完成，已停止，文件已保存。请把文件拆成几个，或者把正文复制后粘贴进来，再递交一次；仍不行请告诉系统管理员。'

async function refuse(ports: PlanPorts, handIn: HandIn, refusal: string): Promise<void> {
  const state = handInFlow.next(handIn.state, 'refuse')
  await ports.db.update(handIns).set({ state, refusal }).where(underWay(handIn))
}

/** Takes up what a stopped server left unfinished, in whatever county. */
export async function resumeHandIns(ports: PlanPorts): Promise<void> {
  const left = await ports.db
    .select({ id: handIns.id, divisionCode: handIns.divisionCode })
    .from(handIns)
    .where(inArray(handIns.state, ['received', 'reading']))
  for (const handIn of left) await readHandIn(ports, handIn)
}

/** Counts the attempt before it is made, so that one that takes the program down is counted too. */
async function begin(ports: PlanPorts, wanted: Owned): Promise<HandIn | undefined> {
  const [handIn] = await ports.db.select().from(handIns).where(sameRow(handIns, wanted))
  if (!handIn || !handInFlow.can(handIn.state, 'read')) return undefined
  if (handIn.attempts >= maxAttempts) {
    await refuse(ports, handIn, cutTwice)
    return undefined
  }
  const begun = { state: handInFlow.next(handIn.state, 'read'), stage: '识读', attempts: handIn.attempts + 1 }
  const [taken] = await ports.db.update(handIns).set(begun).where(underWay(handIn)).returning()
  return taken
}

const reportEvery = 300

/** Progress is for eyes: a new stage at once, steps of one a few times a second; a lost report is no loss. */
function reporter(ports: PlanPorts, handIn: HandIn) {
  let last = { at: 0, stage: '' }
  let written = Promise.resolve()
  return (done: number, total: number, stage: string) => {
    const now = performance.now()
    if (stage === last.stage && now - last.at < reportEvery) return
    last = { at: now, stage }
    const stillReading = and(sameRow(handIns, handIn), eq(handIns.state, 'reading'))
    // One after another: two under way could land in either order.
    written = written
      .then(() => ports.db.update(handIns).set({ done, total, stage }).where(stillReading))
      .then(
        () => undefined,
        () => undefined,
      )
  }
}

async function keep(
  tx: Tx,
  read: { handIn: HandIn; document: ReadDocument; compiled: CompiledPlan },
  now: Date,
): Promise<void> {
  const { handIn, document, compiled } = read
  const [wanted] = await tx.select().from(handIns).where(underWay(handIn)).for('update')
  if (!wanted) return
  const textSha256 = sha256Of(comparableText(document.text))
  const known = await findSameText(tx, handIn.divisionCode, textSha256)
  if (known) {
    await tx
      .update(handIns)
      .set({ state: handInFlow.next(handIn.state, 'repeat'), planId: known })
      .where(sameRow(handIns, handIn))
    return
  }
  const { pages, notices } = document
  const { title, issuer, number, issuedOn, period } = compiled.document
  const id = newId(now.getTime())
  const row: Plan = {
    id,
    divisionCode: handIn.divisionCode,
    title: title || handIn.fileName,
    issuer,
    number,
    issuedOn,
    period,
    state: 'draft',
    seriesId: id,
    version: 1,
    fileName: handIn.fileName,
    textSha256,
    fileSha256: handIn.fileSha256,
    compiler: compiled.compiler,
    revision: 0,
    handedInBy: handIn.handedInBy,
    handedInAt: handIn.handedInAt,
    publishedBy: null,
    publishedAt: null,
    amendedAt: null,
    carried: null,
  }
  await tx.insert(plans).values(row)
  await tx
    .insert(compilations)
    .values({ divisionCode: row.divisionCode, planId: id, compiled, pages, notices, compiledAt: now })
  await tx
    .update(handIns)
    .set({ state: handInFlow.next(handIn.state, 'finish'), planId: id })
    .where(sameRow(handIns, handIn))
}

async function findSameText(tx: Tx, divisionCode: string, textSha256: string): Promise<string | undefined> {
  const same = and(eq(plans.divisionCode, divisionCode), eq(plans.textSha256, textSha256), ne(plans.state, 'discarded'))
  const [row] = await tx.select({ id: plans.id }).from(plans).where(same)
  return row?.id
}
