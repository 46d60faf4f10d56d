import { owned, sameRow } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import { addEntry } from './add-entry.ts'
import { lockOrder } from './load-order.ts'
import { papers } from './tables.ts'
import { viewOrderPage } from './view-order.ts'

/** The talk is written down after it was held; the paper keeps its number. */
export const recordInterview = implement(supervisionContract.recordInterview, async (call) => {
  const { input, tx, actor, about } = call
  const here = sameRow(papers, owned(input.paperId, actor))
  const [paper] = await tx.select().from(papers).where(here).for('update')
  if (!paper) throw supervisionErrors.paperNotFound({})
  if (paper.kind !== 'interview' || paper.orderId === null) throw supervisionErrors.notInterview({})
  const { order } = await lockOrder(tx, paper.orderId, actor)
  const content = { ...paper.content, interview: input.interview }
  await tx.update(papers).set({ content }).where(here)
  const { on, host, talk } = input.interview
  await addEntry(call, order, {
    act: 'recordInterview',
    words: `${on} ${host}约谈：${talk}`.slice(0, 500),
    paperId: paper.id,
  })
  about(`约谈记录${paper.number}`)
  return viewOrderPage(call, order)
})
