import { Lamp } from '#ui/lamp.tsx'
import { lampTitles, type NamedVerdict, type Verdict } from '../contract.ts'
import { ReasonList, type ReasonListProps } from './reason-list.tsx'

interface LineProps extends Pick<ReasonListProps, 'without'> {
  title: string
  verdict: Verdict
  taskId: string
}

function Line({ title, verdict, taskId, without }: LineProps) {
  if (verdict.reasons.length === 0) return null
  return (
    <div className="lamp-line">
      <h3>
        <Lamp colour={verdict.lamp} label={lampTitles[verdict.lamp]} /> {title}
      </h3>
      <ReasonList reasons={verdict.reasons} taskId={taskId} {...(without && { without })} />
    </div>
  )
}

const isSilent = ({ schedule, value, freshness }: NamedVerdict): boolean =>
  schedule.reasons.length + (value?.reasons.length ?? 0) + freshness.reasons.length === 0

/** All of a verdict's reasons: schedule, targets, reports, doubts. */
export function VerdictDetail({ verdict, without }: { verdict: NamedVerdict } & Pick<ReasonListProps, 'without'>) {
  const { schedule, value, freshness, doubts, taskId } = verdict
  const shared = { taskId, ...(without && { without }) }
  if (isSilent(verdict)) return <p className="quiet">不是本单位的任务，只显示灯色。</p>
  return (
    <div className="lamp-detail">
      <Line title="进度" verdict={schedule} {...shared} />
      {value && <Line title="指标" verdict={value} {...shared} />}
      {freshness.reasons.length > 0 && (
        <div className="lamp-line">
          <h3>报送</h3>
          <ReasonList reasons={freshness.reasons} {...shared} />
        </div>
      )}
      {doubts.length > 0 && (
        <div className="lamp-line">
          <h3>绿灯待核实</h3>
          <ReasonList reasons={doubts} {...shared} />
        </div>
      )}
    </div>
  )
}
