import { Button, Input, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { useForm } from '#ui/use-form.ts'
import { lampContract, type TargetPage } from '../contract.ts'
import { readPoints } from '../domain/course-text.ts'
import type { Course } from '../domain/trajectory.ts'

const shapes = [
  { value: 'linear', label: '均匀' },
  { value: 'quarters', label: '按季度' },
  { value: 'points', label: '逐点' },
] as const

type Shape = Course['shape']
const quarterNames = ['一季度', '二季度', '三季度', '四季度']

interface Typed {
  shape: Shape
  percents: readonly number[]
  points: string
}

function courseOf({ shape, percents, points }: Typed): Course | string {
  if (shape === 'linear') return { shape }
  if (shape === 'quarters') return { shape, shares: percents.map((one) => one / 100) }
  const read = readPoints(points)
  return typeof read === 'string' ? read : { shape, points: read }
}

function first({ courseSetBy }: TargetPage): Typed {
  const course = courseSetBy?.course
  return {
    shape: course?.shape ?? 'linear',
    percents: course?.shape === 'quarters' ? course.shares.map((share) => Math.round(share * 100)) : [25, 50, 75, 100],
    points: course?.shape === 'points' ? course.points.map(({ on, value }) => `${on} ${value}`).join('\n') : '',
  }
}

function Fields({ typed, set, unit }: { typed: Typed; set: (typed: Typed) => void; unit: string }) {
  if (typed.shape === 'linear')
    return <p className="quiet">从起点到目标每天均匀增加；方案分年写明数值的，依次经过各年数值。</p>
  if (typed.shape === 'points')
    return (
      <label>
        <span className="form-label">每行一个日期和应达到的数（{unit}）</span>
        <Input.TextArea
          rows={5}
          value={typed.points}
          placeholder={'2026-06-30 20\n2026-09-30 45'}
          onChange={(e) => set({ ...typed, points: e.target.value })}
        />
      </label>
    )
  return (
    <div className="course-quarters">
      {quarterNames.map((name, i) => (
        <label key={name}>
          <span className="form-label">{name}末累计（%）</span>
          <InputNumber
            min={0}
            max={100}
            value={typed.percents[i] ?? 0}
            onChange={(value) =>
              set({ ...typed, percents: typed.percents.map((old, k) => (k === i ? (value ?? 0) : old)) })
            }
          />
        </label>
      ))}
    </div>
  )
}

/** How the office wants a target to be approached, with the reason for it. */
export function CourseForm({ page, onClose }: { page: TargetPage; onClose: () => void }) {
  const [typed, set] = useState(() => first(page))
  const [reason, setReason] = useState('')
  const save = useForm(
    lampContract.setTrajectory,
    { targetId: page.target.id, course: page.courseSetBy?.course ?? null },
    { quiet: true, onDone: onClose },
  )
  const course = courseOf(typed)
  const complaint = typeof course === 'string' ? course : save.error instanceof Refusal ? save.error.message : null
  return (
    <Modal open title="设定进度线" footer={null} onCancel={onClose} destroyOnHidden>
      <div className="form-stack">
        <Segmented<Shape> options={[...shapes]} value={typed.shape} onChange={(shape) => set({ ...typed, shape })} />
        <Fields typed={typed} set={set} unit={page.target.unit} />
        <label>
          <span className="form-label">理由</span>
          <Input
            value={reason}
            maxLength={200}
            placeholder="如：项目集中在下半年验收"
            onChange={(e) => setReason(e.target.value)}
          />
        </label>
        {complaint && (
          <p className="form-refusal" role="alert">
            {complaint}
          </p>
        )}
        <div>
          <Button
            type="primary"
            loading={save.isPending}
            disabled={typeof course === 'string' || reason.trim().length < 4}
            onClick={() => typeof course !== 'string' && save.mutate({ targetId: page.target.id, course, reason })}
          >
            保存
          </Button>
        </div>
      </div>
    </Modal>
  )
}
