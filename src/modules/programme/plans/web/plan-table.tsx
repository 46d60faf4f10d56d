import { Link, useNavigate } from '@tanstack/react-router'
import { dayOf } from '#kernel/moment.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { PlanSummary } from '../contract.ts'
import { formatPeriod } from '../domain/labels.data.ts'
import { type PlanState, planStateTitles } from '../domain/plan.ts'

const Title = ({ plan }: { plan: PlanSummary }) => (
  <span className="plan-title">
    <Link to="/plans/$planId" params={{ planId: plan.id }}>
      {plan.title}
    </Link>
    <small className="quiet">{[plan.number, plan.issuer].filter(Boolean).join('　') || plan.fileName}</small>
  </span>
)

/** The plan as a card for a phone. */
const Card = ({ plan }: { plan: PlanSummary }) => (
  <article className="plan-card">
    <Title plan={plan} />
    <p className="quiet">
      {[plan.issuedOn, `${plan.counts.tasks} 项任务`, `${plan.counts.targets} 个目标`].filter(Boolean).join(' · ')}
      {plan.state !== 'draft' && ` · 第 ${plan.version} 版`}
    </p>
    {plan.state === 'draft' && findings.render(plan)}
  </article>
)

const figure = (key: 'tasks' | 'targets', title: string): Column<PlanSummary> => ({
  key,
  title,
  width: 72,
  align: 'right',
  render: ({ counts }) => counts[key],
  sortBy: ({ counts }) => counts[key],
})

const title: Column<PlanSummary> = {
  key: 'title',
  title: '文件标题',
  render: (plan) => <Title plan={plan} />,
  sortBy: (plan) => plan.title,
}

const issuedOn: Column<PlanSummary> = {
  key: 'issuedOn',
  title: '成文日期',
  width: 108,
  render: (plan) => plan.issuedOn ?? <span className="quiet">未写明</span>,
  sortBy: (plan) => plan.issuedOn,
}

const period: Column<PlanSummary> = {
  key: 'period',
  title: '实施期',
  width: 128,
  render: (plan) => formatPeriod(plan.period) || <span className="quiet">未写明</span>,
  sortBy: (plan) => plan.period?.start ?? null,
}

const findings: Column<PlanSummary> = {
  key: 'findings',
  title: '编译时发现',
  width: 136,
  render: ({ counts }) => (
    <>
      {counts.errors > 0 && <span className="plan-errors">{`错误 ${counts.errors}`}</span>}
      {counts.errors > 0 && counts.warnings > 0 && '　'}
      {counts.warnings > 0 && <span className="quiet">{`提醒 ${counts.warnings}`}</span>}
      {counts.errors + counts.warnings === 0 && <span className="quiet">没有问题</span>}
    </>
  ),
  sortBy: ({ counts }) => counts.errors * 1000 + counts.warnings,
}

const version: Column<PlanSummary> = {
  key: 'version',
  title: '版本',
  width: 136,
  render: (plan) => `第 ${plan.version} 版`,
  sortBy: (plan) => plan.version,
}

const handedIn: Column<PlanSummary> = {
  key: 'handedInAt',
  title: '递交',
  width: 176,
  render: (plan) => `${dayOf(plan.handedInAt)} ${plan.handedInBy}`,
  sortBy: (plan) => plan.handedInAt.getTime(),
}

const published: Column<PlanSummary> = {
  key: 'publishedAt',
  title: '发布',
  width: 176,
  render: (plan) => (plan.publishedAt ? `${dayOf(plan.publishedAt)} ${plan.publishedBy ?? ''}` : ''),
  sortBy: (plan) => plan.publishedAt?.getTime() ?? null,
}

const facts = [title, issuedOn, period, figure('tasks', '任务'), figure('targets', '目标')]
const columnsOf = (state: PlanState) =>
  state === 'draft' ? [...facts, findings, handedIn] : [...facts, version, published]

/** Plans in one state, newest first. */
export function PlanTable({ state, plans }: { state: PlanState; plans: readonly PlanSummary[] }) {
  const navigate = useNavigate()
  const name = planStateTitles[state]
  return (
    <section className="plan-group">
      <h2>
        {name} <span className="quiet">{plans.length}</span>
      </h2>
      <DataTable
        caption={`${name}的规划`}
        columns={columnsOf(state)}
        rows={plans}
        rowKey={(plan) => plan.id}
        renderCard={(plan) => <Card plan={plan} />}
        onOpen={({ id }) => void navigate({ to: '/plans/$planId', params: { planId: id } })}
      />
    </section>
  )
}
