import { Button, Dropdown, type MenuProps } from 'antd'
import { dayOf } from '#kernel/moment.ts'
import { PageHeader } from '#ui/page.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { type PlanView, planContract } from '../contract.ts'
import { planStateTitles } from '../domain/plan.ts'

interface PlanHeadProps {
  view: PlanView
  onDocument: () => void
  onKeys: () => void
  onRecompile: () => void
  onDiscard: () => void
  onPublish: () => void
}

function standing({ state, version, publishedAt, publishedBy, handedInAt, handedInBy }: PlanView): string {
  if (publishedAt) return `${planStateTitles[state]}　${dayOf(publishedAt)} ${publishedBy ?? ''}　第 ${version} 版`
  return `${planStateTitles[state]}　${dayOf(handedInAt)} ${handedInBy}递交`
}

function menuOf({ view, onDocument, onKeys, onRecompile, onDiscard }: PlanHeadProps): MenuProps['items'] {
  const { can, id, fileName } = view
  return [
    {
      key: 'file',
      label: <a href={downloadUrl(planContract.getOriginal, { planId: id })}>{`下载原文件（${fileName}）`}</a>,
    },
    { key: 'document', label: '文件要素', onClick: onDocument },
    { key: 'keys', label: '快捷键', extra: '?', onClick: onKeys },
    ...(can.recompilePlan.allowed ? [{ key: 'recompile', label: '重新编译', onClick: onRecompile }] : []),
    ...(can.discardPlan.allowed
      ? [{ type: 'divider' as const }, { key: 'discard', label: '作废这份草稿…', danger: true, onClick: onDiscard }]
      : []),
  ]
}

/** Which plan this is, how it stands, and what can be done with all of it. */
export function PlanHead(props: PlanHeadProps) {
  const { view, onPublish } = props
  const mayPublish = view.state === 'draft' && view.can.correctPlan.allowed
  return (
    <PageHeader
      title={view.title}
      crumbs={[{ label: '规划', to: '/plans' }]}
      meta={[view.number, standing(view)].filter(Boolean).join('　')}
      actions={
        <>
          <Dropdown menu={{ items: menuOf(props) }} trigger={['click']} placement="bottomRight">
            <Button>更多</Button>
          </Dropdown>
          {mayPublish && (
            <Button className="plan-publish" onClick={onPublish}>
              发布…
            </Button>
          )}
        </>
      }
    />
  )
}
