import { momentAt } from '#kernel/day.ts'
import { OrderLevel, orderLevelTitles, supervisionContract } from '#modules/programme/supervision/contract.ts'
import { type Act, type Stage } from './stage.ts'
import type { OrderAct, Story } from './story.ts'

/** Every step of every matter, at ten in the morning of its day; steps of one day keep their order. */
export function listOrderActs({ orders }: Story): Act[] {
  const nameOf = new Map(orders.filter(({ act }) => act === '立项').map(({ matter, words }) => [matter, words]))
  return orders.map((act, place) => {
    const at = new Date(momentAt(act.on, '10:00').getTime() + place * 1000)
    return { at, play: (stage) => playOrder(stage, act, nameOf.get(act.matter) ?? '') }
  })
}

const levelOf = (title: string): OrderLevel =>
  OrderLevel.options.find((level) => orderLevelTitles[level] === title) ?? 'prompt'

async function playOrder(stage: Stage, act: OrderAct, matter: string): Promise<void> {
  const actor = stage.person(act.by)
  if (act.act === '立项') {
    await stage.system.call(supervisionContract.registerOrder, actor, {
      programmeId: stage.programmeId,
      taskId: stage.taskId(act.task),
      agencyId: stage.agencyId(act.agency),
      assistIds: [],
      level: levelOf(act.level),
      matter: act.words,
      source: '专班月度调度',
      requirement: act.words,
      dueOn: act.dueOn,
      words: '',
    })
    return
  }
  if (act.act === '通报') return issueCircular(stage, act)
  const orderId = await stage.orderId(matter)
  await (actor.role === 'office' ? playOffice : playAgency)(stage, act, orderId)
}

/** As the program drafts it, naming nobody. */
async function issueCircular({ system, person, programmeId }: Stage, { by, dueOn }: OrderAct): Promise<void> {
  const draft = await system.call(supervisionContract.draftCircular, person(by), { programmeId })
  const { title, opening, problems, next } = draft
  const text = { title, opening, problems, next }
  await system.call(supervisionContract.issueCircular, person(by), { programmeId, text, orderIds: [], dueOn })
}

async function playOffice({ system, person }: Stage, act: OrderAct, orderId: string): Promise<void> {
  const actor = person(act.by)
  const dueOn = act.dueOn === '' ? null : act.dueOn
  const terms = { orderId, requirement: act.words, dueOn: act.dueOn, words: '' }
  if (act.act === '交办') await system.call(supervisionContract.issueOrder, actor, terms)
  if (act.act === '升级')
    await system.call(supervisionContract.escalateOrder, actor, { ...terms, kind: levelOf(act.level), interview: null })
  if (act.act === '复核' || act.act === '退回') {
    const passed = act.act === '复核'
    await system.call(supervisionContract.reviewOrder, actor, { orderId, passed, words: act.words, dueOn })
  }
  if (act.act === '同意延期') {
    const { requests } = await system.call(supervisionContract.getOrder, actor, { orderId })
    const asked = requests.find(({ state }) => state === 'asked')
    if (asked) {
      const answer = { requestId: asked.id, granted: true, answer: act.words, dueOn }
      await system.call(supervisionContract.answerRequest, actor, answer)
    }
  }
  if (act.act === '销号') {
    const rating = act.level === '好' ? 'good' : 'fair'
    await system.call(supervisionContract.closeOrder, actor, { orderId, words: act.words, rating })
  }
}

async function playAgency({ system, person }: Stage, act: OrderAct, orderId: string): Promise<void> {
  const actor = person(act.by)
  const said = { orderId, words: act.words }
  if (act.act === '签收') await system.call(supervisionContract.receiveOrder, actor, said)
  if (act.act === '办理') await system.call(supervisionContract.handleOrder, actor, { ...said, fileIds: [] })
  if (act.act === '反馈') await system.call(supervisionContract.answerOrder, actor, { ...said, fileIds: [] })
  if (act.act === '延期') {
    const request = { orderId, kind: 'extension' as const, reason: act.words, wantedOn: act.dueOn }
    await system.call(supervisionContract.submitRequest, actor, request)
  }
}
