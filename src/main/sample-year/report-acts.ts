import { momentAt } from '#kernel/day.ts'
import { fileContract } from '#modules/office/files/contract.ts'
import { type Answer, type InboxItem, reportContract } from '#modules/programme/reports/contract.ts'
import { markSteps } from './mark-steps.ts'
import { answerOf, newsOf } from './month-answers.ts'
import { type Act, type Stage } from './stage.ts'
import { atWork, type Habit, type Story } from './story.ts'

const pad = (value: number): string => String(value).padStart(2, '0')
const lastMonth = 12
const firstMonth = 2

/** Every month each agency answers its inbox on its usual day; what has come in is signed and steps are marked after the due day. */
export function listReportActs(story: Story): Act[] {
  const months = Array.from({ length: lastMonth - firstMonth + 1 }, (_, at) => at + firstMonth)
  const reviewers = [...new Set(story.habits.map(({ reviewer }) => reviewer))]
  return months.flatMap((month) => [
    ...story.habits.filter(({ missing }) => !missing.includes(month)).map((habit) => reportOf(habit, month, story)),
    ...reviewers.map((reviewer) => ({
      at: momentAt(dayIn(story, month, signingDay), '17:00'),
      play: (stage: Stage) => sign(stage, reviewer),
    })),
    {
      at: momentAt(dayIn(story, month, signingDay), '17:30'),
      play: (stage: Stage) => markSteps(stage, stage.person('office'), { story, month }),
    },
  ])
}

/** After the 25th, when nearly all has come in. */
const signingDay = 27
const dayIn = ({ year }: Story, month: number, day: number): string => atWork(`${year}-${pad(month)}-${pad(day)}`)

function reportOf(habit: Habit, month: number, story: Story): Act {
  const late = habit.late.get(month)
  const day = late === undefined ? dayIn(story, month, habit.day) : atWork(`${story.year}-${late}`)
  return { at: momentAt(day, '09:40'), play: (stage) => report(stage, habit, { month, story }) }
}

interface Telling {
  month: number
  story: Story
}

async function report(stage: Stage, { reporter }: Habit, { month, story }: Telling): Promise<void> {
  const actor = stage.person(reporter)
  const cycle = `${story.year}-${pad(month)}`
  const inbox = await stage.system.call(reportContract.getInbox, actor, {})
  const items = inbox.programmes.flatMap(({ items: all }) => all).filter((item) => item.cycle.key === cycle)
  const answers: (Answer & { taskId: string; cycle: string })[] = []
  for (const item of items) {
    const fileIds = await handInEvidence(stage, item, { month, story, reporter })
    answers.push({ ...answerOf(item, month, story), fileIds, taskId: item.taskId, cycle })
  }
  if (answers.length === 0) return
  const clientKey = `story-${reporter}-${cycle}`
  const { outcomes } = await stage.system.call(reportContract.submitReports, actor, {
    clientKey,
    seconds: 8 * answers.length,
    answers,
    questions: [],
  })
  const refused = outcomes.find(({ refusal }) => refusal !== null)
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
  const words = `（本文为软件示例，内容纯属虚构）\n\n${title}\n${story.year}年${month}月\n\n${news.text}\n`
  const file = { name: news.evidence, bytes: new TextEncoder().encode(words) }
  return [(await stage.system.call(fileContract.uploadFile, stage.person(reporter), {}, file)).id]
}

/** Everything that waits for this person; the office leaves to reviewers what is theirs. */
async function sign({ system, person }: Stage, reviewer: string): Promise<void> {
  const actor = person(reviewer)
  const waiting = await system.call(reportContract.listReviews, actor, {})
  const reportIds = waiting.map(({ id }) => id)
  if (reportIds.length > 0) await system.call(reportContract.signReports, actor, { reportIds })
}
