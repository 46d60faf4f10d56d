import { desc } from 'drizzle-orm'
import { roleTitles } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { countingInWords } from '#modules/programme/plans/contract.ts'
import { saidSight } from '#modules/programme/programmes/server/index.ts'
import { type Owned, ofRow, owned } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'
import { implement } from '#platform/operation/implement.ts'
import { lampContract, type TargetPage } from '../contract.ts'
import { lampErrors } from '../domain/errors.ts'
import { meaningOfFact } from '../domain/fact-meaning.ts'
import type { ProgrammeFacts } from '../domain/facts.ts'
import { layOut } from '../domain/judge-programme.ts'
import { judgeTarget } from '../domain/judge-target.ts'
import { showTarget } from '../domain/show-target.ts'
import { dayAsked } from './list-verdicts.ts'
import { loadFacts } from './load-facts.ts'
import { type LoadedTarget, loadTarget } from './load-target.ts'
import { partOf } from './standing.ts'
import { trajectories } from './tables.ts'
import { listRecords } from './target-records.ts'

export const getTargetPage = implement(lampContract.getTargetPage, async (call) => {
  const loaded = await loadTarget(call.tx, call.input.targetId, call.actor)
  return viewTarget(call, loaded, dayAsked(call.input.on, call.today))
})

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

/** A target with its series, course, verdict and records, as known at the end of a day. */
export async function viewTarget(
  { tx, actor, today }: Asking,
  { programme, target }: LoadedTarget,
  day: string,
): Promise<TargetPage> {
  const part = day === today ? await partOf(tx, programme, { today, subjectId: target.taskId ?? target.id }) : undefined
  const { facts } = await loadFacts(tx, programme, day, part)
  const of = layOut(facts, day).targetCases.get(target.id)
  if (!of) throw lampErrors.targetNotFound({})
  const verdict = judgeTarget(of)
  const sight = await saidSight(tx, programme.id, actor)
  if (!sight(target.taskId, verdict.saidBy))
    throw lampErrors.notYours({ title: target.taskTitle ?? target.indicator.text })
  const { series, course } = showTarget(of)
  const allowed = may(actor, lampContract.setTrajectory)
  const limit = meaningOfFact(of.target).limit
  return {
    target,
    programmeTitle: programme.title,
    day,
    today,
    verdict,
    series: series.map(({ on, value }) => ({ on, value })),
    course: [...course],
    courseSetBy: await findCourse(tx, owned(target.id, programme)),
    records: listRecords(series, facts, sight),
    counted: countingInWords(target, isInParts(facts, target.taskId)),
    season: of.season ? { course: of.season.course, why: of.season.why } : null,
    lacksBaseline: verdict.reasons.some(({ code }) => code === 'needsBaseline'),
    limit,
    can: {
      setTrajectory: limit
        ? { allowed: false, reason: lampErrors.limitHasNoCourse({ indicator: target.indicator.text }).message }
        : allowed
          ? { allowed, reason: null }
          : { allowed, reason: `${roleTitles[actor.role]}不能设定进度线，请联系专班办公室。` },
    },
  }
}

/** Whether members of a group (各乡镇) each state their own part: agencies report the task that it does not name. */
function isInParts({ duties, basis }: ProgrammeFacts, taskId: string | null): boolean {
  const named = new Set(basis.tasks.find(({ id }) => id === taskId)?.agencies.map(({ agencyId }) => agencyId))
  const unnamed = duties.filter((duty) => duty.taskId === taskId && !named.has(duty.agencyId))
  return new Set(unnamed.map(({ agencyId }) => agencyId)).size > 1
}

async function findCourse(tx: Asking['tx'], target: Owned): Promise<TargetPage['courseSetBy']> {
  const { course, reason, setBy, setAt } = trajectories
  const [row] = await tx
    .select({ course, reason, setBy, setAt })
    .from(trajectories)
    .where(ofRow(trajectories.targetId, target))
    .orderBy(desc(setAt), desc(trajectories.id))
    .limit(1)
  return row ?? null
}
