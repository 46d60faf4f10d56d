import type { Actor } from '#kernel/actor.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { headOnPaper } from '#platform/audit/stored-chain.ts'
import { owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Gazette } from '#platform/gazette/gazette.ts'
import { writeGazette } from '#platform/gazette/write-gazette.ts'
import { implementDownload } from '#platform/operation/implement.ts'
import { mediaTypes } from '#platform/operation/media-types.ts'
import { supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import { seesPaper } from '../domain/order-acts.ts'
import { formOfPaper, titleOfPaper } from '../domain/paper.ts'
import type { PaperForm } from '../domain/paper-form.ts'
import { circular } from './documents/circular.ts'
import { interviewRecord } from './documents/interview.ts'
import { letter } from './documents/letter.ts'
import { orderForm } from './documents/order-form.ts'
import type { PaperFacts } from './documents/paper-facts.ts'
import { listEntries, openOrder } from './load-order.ts'
import { papers } from './tables.ts'

const forms: Record<PaperForm, (facts: PaperFacts) => Gazette> = {
  prompt: letter,
  urge: letter,
  order: orderForm,
  circular,
  interview: interviewRecord,
  consult: letter,
  petition: letter,
}

/** A paper belongs to those who see its case; a circular to everybody who follows the programme. */
async function loadFacts(tx: Tx, paperId: string, actor: Actor): Promise<PaperFacts> {
  const here = sameRow(papers, owned(paperId, actor))
  const [paper] = await tx.select().from(papers).where(here)
  if (!paper) throw supervisionErrors.paperNotFound({})
  if (paper.orderId === null) {
    await getProgrammeRow(tx, paper.programmeId, actor)
    return { paper, order: null, entries: [] }
  }
  const opened = await openOrder(tx, paper.orderId, actor)
  const { order, acting } = opened
  if (!seesPaper(paper, order, acting)) throw supervisionErrors.paperNotFound({})
  return { paper, order, entries: await listEntries(tx, opened) }
}

export const getPaper = implementDownload(supervisionContract.getPaper, async ({ input, tx, actor, about }) => {
  const facts = await loadFacts(tx, input.paperId, actor)
  const { kind, number, content } = facts.paper
  about(`督办文书${number}`)
  return {
    name: `${titleOfPaper(kind, content.standing ?? null)} ${number} ${content.matter}.docx`.replace(
      /[\\/:*?"<>|]/gu,
      '',
    ),
    mediaType: mediaTypes.docx,
    bytes: await writeGazette({
      ...forms[formOfPaper(facts.paper)](facts),
      mark: await headOnPaper(tx, actor.divisionCode),
    }),
  }
})
