import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Span } from '#kernel/span.ts'
import type { PlanView } from '../../contract.ts'
import { listAims } from '../../domain/aims.ts'
import { isOpen } from '../../domain/workbench/open-readings.ts'
import { Blockers } from './blockers.tsx'
import { IssueDifference } from './issue-difference.tsx'
import './publish.css'

interface PublishDialogProps {
  view: PlanView
  onPublish: (newIssueOf: string | null) => Promise<unknown>
  onGo: (at: Span) => void
  onNames: () => void
  onClose: () => void
}

interface IssueChoiceProps extends Pick<PlanView, 'earlierIssues'> {
  chosen: string | null
  onChoose: (planId: string | null) => void
}

const asNew = 'new'

/** A plan of its own, or a new issue of one in force. */
function IssueChoice({ earlierIssues, chosen, onChoose }: IssueChoiceProps) {
  return (
    <Radio.Group
      className="issue-choice"
      value={chosen ?? asNew}
      onChange={(e) => onChoose(e.target.value === asNew ? null : String(e.target.value))}
    >
      <Radio value={asNew}>作为新规划发布</Radio>
      {earlierIssues.map(({ planId, title, number, version, likely }) => (
        <Radio key={planId} value={planId}>
          {`作为《${title}》的第 ${version + 1} 版`}
          <span className="quiet">
            {number && `　现行 ${number}`}
            {likely && '　标题相同'}
          </span>
        </Radio>
      ))}
    </Radio.Group>
  )
}

function countWords({ plan, names, problems }: PlanView, replaces: boolean): string {
  const warnings = problems.filter(({ severity }) => severity === 'warning').length
  const accepted = problems.filter((problem) => problem.accepted).length
  const aims = listAims(plan).length
  const open = plan.targets.filter(isOpen).length
  return [
    `${plan.tasks.length} 项任务（含保障措施）、${aims} 个目标、${names.length} 个单位`,
    aims < plan.targets.length && `${plan.targets.length - aims} 处目标与他处重复或属于奖补标准，不另列`,
    open > 0 &&
      `${open} 个目标的计数方式有两种理解，${replaces ? '上一版已确认的照旧，其余' : '没有确认的'}按较可能的一种发布`,
    accepted > 0 && `${accepted} 个错误已说明理由后接受`,
    warnings > 0 && `${warnings} 个提醒不影响发布`,
  ]
    .filter(Boolean)
    .join('；')
}

/** The last look before a plan becomes a programme: what still blocks it, what it replaces and what that changes. */
export function PublishDialog({ view, onPublish, onGo, onNames, onClose }: PublishDialogProps) {
  const { earlierIssues, can } = view
  const [earlier, setEarlier] = useState(() => earlierIssues.find(({ likely }) => likely)?.planId ?? null)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const uncarried = view.carried ? 0 : (earlierIssues.find(({ planId }) => planId === earlier)?.corrections ?? 0)
  const publish = async () => {
    setPending(true)
    setRefusal(null)
    await onPublish(earlier).catch((problem: unknown) =>
      setRefusal(problem instanceof Error ? problem.message : String(problem)),
    )
    setPending(false)
  }
  if (!can.publishPlan.allowed)
    return (
      <Modal open title="还不能发布" footer={null} onCancel={onClose} width={640}>
        <Blockers view={view} onGo={onGo} onNames={onNames} />
      </Modal>
    )
  return (
    <Modal
      open
      title={`发布《${view.title}》`}
      okText="发布"
      cancelText="再看看"
      confirmLoading={pending}
      onOk={() => void publish()}
      onCancel={onClose}
      width={earlier === null ? 560 : 860}
    >
      <div className="form-stack">
        <p>{`${countWords(view, earlier !== null)}。`}</p>
        {earlierIssues.length > 0 && (
          <IssueChoice earlierIssues={earlierIssues} chosen={earlier} onChoose={setEarlier} />
        )}
        {uncarried > 0 && (
          <p>{`上一版作过 ${uncarried} 处更正，还没有承接：除已确认的计数方式外，这一版按原文发布。要照样更正的，请先在本页点“承接更正”。`}</p>
        )}
        {earlier !== null && <IssueDifference planId={view.id} otherId={earlier} />}
        <p className="quiet">
          发布后按这些任务和目标推进。发现有误或另有安排的，在本页更正并写明依据后生效；文件修订重发的，递交新文件作为新的一版发布。
        </p>
        {refusal !== null && (
          <p className="form-refusal" role="alert">
            {refusal}
          </p>
        )}
      </div>
    </Modal>
  )
}
