import { newId } from '#kernel/ids.ts'
import { implementForm } from '#platform/operation/implement.ts'
import { lampContract } from '../contract.ts'
import { complaintOfCourse } from '../domain/course.ts'
import { lampErrors } from '../domain/errors.ts'
import { meaningOfFact } from '../domain/fact-meaning.ts'
import { viewTarget } from './get-target-page.ts'
import { coursesOn } from './load-rules.ts'
import { loadTarget } from './load-target.ts'
import { readTarget } from './read-basis.ts'
import { trajectories } from './tables.ts'
import { touch } from './touched.ts'

export const setTrajectory = implementForm(
  lampContract.setTrajectory,
  async ({ input, tx, actor, today }) => {
    const { programme, target } = await loadTarget(tx, input.targetId, actor)
    return { course: (await coursesOn(tx, programme, today)).get(target.id) ?? null }
  },
  async (call) => {
    const { tx, actor, now, today, about, input } = call
    const { course, reason } = input
    const loaded = await loadTarget(tx, input.targetId, actor)
    const { programme, target } = loaded
    const [startOn, endOn] = [target.period?.start ?? programme.startOn, target.period?.end ?? programme.endOn]
    const meaning = meaningOfFact(readTarget(target, programme))
    if (target.value === null || meaning.counted === 'done')
      throw lampErrors.noFigure({ indicator: target.indicator.text })
    if (startOn === null || endOn === null)
      throw lampErrors.courseUnfit({ why: '目标没有写明期限。请先在方案中补上期限。' })
    if (meaning.limit) throw lampErrors.limitHasNoCourse({ indicator: target.indicator.text })
    const why = complaintOfCourse(course, { startOn, endOn })
    if (why) throw lampErrors.courseUnfit({ why })
    const { divisionCode, id: programmeId } = programme
    await tx.insert(trajectories).values({
      id: newId(now.getTime()),
      divisionCode,
      programmeId,
      targetId: target.id,
      course,
      reason,
      setBy: actor.name,
      setAt: now,
    })
    await touch(call, { programmeId, subjectId: target.taskId ?? target.id })
    about(`目标“${target.indicator.text}”的进度线`, { course, reason })
    return viewTarget(call, loaded, today)
  },
)
