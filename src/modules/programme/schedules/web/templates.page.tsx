import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRead } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { scheduleContract, type TemplateView } from '../contract.ts'
import { lengthInWords } from '../domain/explain.ts'
import { newTemplateKey } from './template-draft.ts'
import './schedule.css'

/** 63 个工作日，另 7 日（日历日）: the two are no sum. */
function daysOf({ steps }: TemplateView): string {
  const sumOf = (of: 'working_day' | 'day') => steps.reduce((sum, { days, unit }) => sum + (unit === of ? days : 0), 0)
  const [worked, all] = [sumOf('working_day'), sumOf('day')]
  const whole = lengthInWords({ days: all, unit: 'day' })
  return `${worked} 个工作日${all > 0 ? `，另 ${whole}` : ''}`
}

const columns: readonly Column<TemplateView>[] = [
  {
    key: 'title',
    title: '模板',
    width: 260,
    render: ({ key, title, changedBy, isDefault }) => (
      <>
        <Link to={`/schedule-templates/${key}`}>{title}</Link>
        {!isDefault && <span className="kind-tag">本县自建</span>}
        {isDefault && changedBy !== null && <span className="kind-tag">本县改过</span>}
      </>
    ),
  },
  { key: 'use', title: '适用', render: ({ use }) => use },
  { key: 'repeats', title: '重复', width: 90, render: ({ repeats }) => (repeats === 'yearly' ? '每年一轮' : '一次') },
  {
    key: 'steps',
    title: '步骤',
    width: 80,
    align: 'right',
    render: ({ steps }) => (
      <span className="figure">
        {steps.length} <small>步</small>
      </span>
    ),
  },
  {
    key: 'days',
    title: '各步合计',
    width: 250,
    align: 'right',
    render: (template) => <span className="figure">{daysOf(template)}</span>,
  },
]

function TemplateCard({ template }: { template: TemplateView }) {
  return (
    <>
      <Link to={`/schedule-templates/${template.key}`} className="card-title">
        {template.title}
      </Link>
      <p className="quiet">{template.use}</p>
      <div className="card-line">
        <span>
          {template.steps.length} 步，{daysOf(template)}
        </span>
        <span>{template.repeats === 'yearly' ? '每年一轮' : '一次'}</span>
      </div>
    </>
  )
}

/** The templates tasks are scheduled from; each opens to be read or changed. */
export function Page() {
  const templates = useRead(scheduleContract.listTemplates, {})
  const may = templates.data?.[0]?.can.saveTemplate
  return (
    <Screen
      title="工期模板"
      crumbs={[{ label: '工作方案', to: '/programmes' }]}
      actions={
        <>
          <Button onClick={() => window.print()}>打印</Button>
          {may?.allowed && <LinkButton to={`/schedule-templates/${newTemplateKey()}`}>新建模板</LinkButton>}
        </>
      }
    >
      <p className="schedule-note">
        方案印发时，系统按任务名称和目标选用模板排定工期。模板改动只影响以后新排的任务；已排的任务可在任务页按模板重排。
        {may && !may.allowed && may.reason}
      </p>
      <Reading of={templates}>
        {(all) => (
          <DataTable
            caption="工期模板"
            columns={columns}
            rows={all}
            rowKey={({ key }) => key}
            renderCard={(template) => <TemplateCard template={template} />}
          />
        )}
      </Reading>
    </Screen>
  )
}
