import { fileContract } from '#modules/files/contract.ts'
import { type Answer, type InboxItem, statementContract } from '#modules/statements/contract.ts'
import { markSteps } from './mark-steps.ts'
import { answerOf, newsOf } from './month-answers.ts'
import { type Act, momentOf, type Stage } from './stage.ts'
import { type Habit, type Story, storyYear } from './story.ts'

const pad = (value: number): string => String(value).padStart(2, '0')
const lastMonth = 12
const firstMonth = 2

/** Every month each agency answers its inbox on its usual day, and somebody signs two days later. */
export function listReportActs(story: Story): Act[] {
  const months = Array.from({ length: lastMonth - firstMonth + 1 }, (_, at) => at + firstMonth)
  return story.habits.flatMap((habit) =>
    months.filter((month) => !habit.missing.includes(month)).flatMap((month) => actsOfMonth(habit, month, story)),
  )
}

function actsOfMonth(habit: Habit, month: number, story: Story): Act[] {
  const day = `${storyYear}-${habit.late.get(month) ?? `${pad(month)}-${pad(habit.day)}`}`
  const reported = momentOf(day, '09:40')
  return [
    { at: reported, play: (stage) => report(stage, habit, { month, story }) },
    { at: new Date(reported.getTime() + 2 * 86_400_000), play: (stage) => sign(stage, habit) },
  ]
}

interface Telling {
  month: number
  story: Story
}

async function report(stage: Stage, { reporter }: Habit, { month, story }: Telling): Promise<void> {
  const actor = stage.person(reporter)
  const cycle = `${storyYear}-${pad(month)}`
  const inbox = await stage.system.call(statementContract.getInbox, actor, {})
  const items = inbox.programmes.flatMap(({ items: all }) => all).filter((item) => item.cycle.key === cycle)
  const answers: (Answer & { taskId: string; cycle: string })[] = []
  for (const item of items) {
    const fileIds = await handInEvidence(stage, item, { month, story, reporter })
    answers.push({ ...answerOf(item, month, story), fileIds, taskId: item.taskId, cycle })
  }
  if (answers.length === 0) return
  const clientKey = `story-${reporter}-${cycle}`
  const { outcomes } = await stage.system.call(statementContract.submitStatements, actor, {
    clientKey, seconds: 8 * answers.length, answers, questions: [],
  }) // biome-ignore format: two lines
  const refused = outcomes.find(({ refusal }) => refusal !== null)
  await markSteps(stage, actor, { story, month, tasks: new Set(items.map(({ taskId }) => taskId)) })
  if (refused) throw new Error(`${reporter} in ${cycle}: ${refused.refusal}`)
}

/** The paper a news item names, written on the spot: what it proves is as fictional as the news. */
async function handInEvidence(
  stage: Stage,
  { number, title }: InboxItem,
  { month, story, reporter }: Telling & { reporter: string },
): Promise<string[]> {
  const news = newsOf(number, month, story)
  if (!news || news.evidence === '') return []
  const words = `（本文为软件示例，内容纯属虚构）\n\n${title}\n${storyYear}年${month}月\n\n${news.text}\n`
  const file = { name: news.evidence, bytes: new TextEncoder().encode(words) }
  return [(await stage.system.call(fileContract.uploadFile, stage.person(reporter), {}, file)).id]
}

async function sign(stage: Stage, { reviewer, reporter }: Habit): Promise<void> {
  const actor = stage.person(reviewer)
  const agencyId = stage.person(reporter).agencyId
  const waiting = await stage.system.call(statementContract.listReviews, actor, {})
  const statementIds = waiting.filter((one) => one.agencyId === agencyId).map(({ id }) => id)
  if (statementIds.length > 0) await stage.system.call(statementContract.signStatements, actor, { statementIds })
}
