import { z } from 'zod'
import { FormDialog } from '#ui/form-dialog.tsx'
import { useForm } from '#ui/use-form.ts'
import { lampContract, type TargetPage } from '../contract.ts'
import type { Course } from '../domain/trajectory.ts'

const shape = z.enum(['linear', 'quarters', 'points']).meta({
  label: '怎样推进',
  kind: 'radio',
  titles: { linear: '均匀', quarters: '按季度', points: '逐点' },
})
const share = (quarter: string) =>
  z
    .number()
    .min(0)
    .max(1)
    .meta({ label: `${quarter}末累计`, kind: 'percent', half: true })
const schema = z
  .object({
    shape,
    shares: z.object({
      first: share('一季度'),
      second: share('二季度'),
      third: share('三季度'),
      fourth: share('四季度'),
    }),
    points: z
      .array(
        z.object({
          on: z.iso.date().meta({ label: '日期', half: true }),
          value: z.number().meta({ label: '应达到', half: true }),
        }),
      )
      .max(60)
      .meta({ label: '节点' }),
    reason: lampContract.setTrajectory.input.shape.reason.meta({ placeholder: '如：项目集中在下半年验收' }),
  })
  .superRefine((typed, context) => {
    if (typed.shape === 'points' && typed.points.length === 0)
      context.addIssue({ code: 'custom', path: ['points'], message: '请至少添加一个节点：日期和应达到的数。' })
  })
type Typed = z.infer<typeof schema>

function courseOf({ shape: chosen, shares, points }: Typed): Course {
  if (chosen === 'linear') return { shape: chosen }
  if (chosen === 'points') return { shape: chosen, points }
  return { shape: chosen, shares: [shares.first, shares.second, shares.third, shares.fourth] }
}

function firstOf({ courseSetBy, season }: TargetPage): Partial<Typed> {
  const course = courseSetBy?.course ?? season?.course
  const [first = 0.25, second = 0.5, third = 0.75, fourth = 1] = course?.shape === 'quarters' ? course.shares : []
  return {
    shape: course?.shape ?? 'linear',
    shares: { first, second, third, fourth },
    points: course?.shape === 'points' ? course.points : [],
  }
}

/** How the office wants a target to be approached, with the reason for it. */
export function CourseForm({ page, onClose }: { page: TargetPage; onClose: () => void }) {
  const { id: targetId, unit } = page.target
  const shown = { targetId, course: page.courseSetBy?.course ?? null }
  const save = useForm(lampContract.setTrajectory, shown, { quiet: true, onDone: onClose })
  const even = '从起点到目标每天均匀增加；方案分年写明数值的，依次经过各年数值。'
  return (
    <FormDialog
      title="设定进度线"
      act="保存"
      schema={schema}
      first={firstOf(page)}
      sending={save}
      fields={({ shape: chosen }) => ({
        shape: { note: chosen === 'linear' && even },
        shares: { hidden: chosen !== 'quarters' },
        points: { hidden: chosen !== 'points', help: `某日应达到的数，单位${unit}；没有基数的，第一点填起算日的数` },
      })}
      onSubmit={(typed) => save.mutate({ targetId, course: courseOf(typed), reason: typed.reason })}
      onCancel={onClose}
    />
  )
}
