import { useNavigate } from '@tanstack/react-router'
import type { Span } from '#kernel/span.ts'
import { useNotices } from '#ui/notices.tsx'
import type { PlanView } from '../contract.ts'
import { AmendDialog } from './publish/amend-dialog.tsx'
import { PublishDialog } from './publish/publish-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import type { PlanWrites } from './use-plan-writes.ts'
import type { ShownProblem } from './workbench/problem-list.tsx'

/** What a person is being asked about the plan. */
export type Asking =
  | { kind: 'accept'; problem: ShownProblem }
  | { kind: 'discard' }
  | { kind: 'publish' }
  | { kind: 'amend' }

interface PlanDialogsProps {
  view: PlanView
  writes: PlanWrites
  asking: Asking
  onGo: (at: Span) => void
  onNames: () => void
  onClose: () => void
}

/** The acts that need a word or a last look: accepting a problem, discarding, publishing, correcting what is in force. */
export function PlanDialogs({ view, writes, asking, onGo, onNames, onClose }: PlanDialogsProps) {
  const navigate = useNavigate()
  const notices = useNotices()
  if (asking.kind === 'accept') {
    const accept = (reason: string) => writes.accept(asking.problem, reason)
    return (
      <ReasonDialog title="说明理由后接受" act="接受" run={accept} onClose={onClose}>
        {asking.problem.message}
      </ReasonDialog>
    )
  }
  if (asking.kind === 'discard') {
    const discard = async (reason: string) => {
      await writes.discard(reason)
      await navigate({ to: '/plans' })
      notices.done(`已作废《${view.title}》`)
    }
    return (
      <ReasonDialog title="作废这份草稿" act="作废" grave run={discard} onClose={onClose}>
        作废后不再列出，已作的更正一并作废；原文件仍然留存，同一份文件可以重新递交。
      </ReasonDialog>
    )
  }
  if (asking.kind === 'amend') {
    const amended = () => {
      onClose()
      notices.done('更正已生效，工作方案已成为新的一版')
    }
    return <AmendDialog view={view} writes={writes} onDone={amended} onClose={onClose} />
  }
  const publish = async (newIssueOf: string | null) => {
    const { version } = await writes.publish(newIssueOf)
    await navigate({ to: '/programmes/of-plan/$planId', params: { planId: view.id } })
    notices.done(version > 1 ? `已发布第 ${version} 版` : '已发布，任务和目标已列入工作方案')
  }
  return <PublishDialog view={view} onPublish={publish} onGo={onGo} onNames={onNames} onClose={onClose} />
}
