import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead, useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { type OrderView, type SupervisionPage, supervisionContract } from '../contract.ts'
import { OrderTable } from './order-table.tsx'
import { PaperList } from './paper-list.tsx'
import { ProposalList } from './proposal-list.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import './supervision.css'

const isEnded = ({ state }: OrderView): boolean => state === 'closed' || state === 'withdrawn'

function Opening({ page }: { page: SupervisionPage }) {
  const { orders, proposals, can } = page
  const open = orders.filter((order) => !isEnded(order))
  const late = open.filter(({ overdue }) => overdue).length
  const waiting = open.filter(({ state }) => state === 'answered' || state === 'reviewed').length
  const closed = orders.filter(({ state }) => state === 'closed').length
  return (
    <p className="supervision-opening">
      在办督办事项 {open.length} 件，<span className={late > 0 ? 'late' : undefined}>逾期 {late} 件</span>，待复核销号{' '}
      {waiting} 件，已销号 {closed} 件。
      {can.takeProposal.allowed &&
        (proposals.length > 0 ? `有 ${proposals.length} 条建议等待处理。` : '没有待处理的建议。')}
    </p>
  )
}

function Acts({ page, programmeId }: { page: SupervisionPage; programmeId: string }) {
  const [registering, setRegistering] = useState(false)
  const navigate = useNavigate()
  const recompute = useWrite(supervisionContract.recomputeProposals)
  return (
    <div className="supervision-acts no-print">
      {page.can.registerOrder.allowed && (
        <Button type="primary" onClick={() => setRegistering(true)}>
          立项
        </Button>
      )}
      {page.can.issueCircular.allowed && (
        <Link className="button-link" to={`/programmes/${programmeId}/circular`}>
          起草通报
        </Link>
      )}
      {page.can.takeProposal.allowed && (
        <Button loading={recompute.isPending} onClick={() => recompute.mutate({ programmeId })}>
          核对建议
        </Button>
      )}
      <a className="button-link" href={downloadUrl(supervisionContract.exportOrders, { programmeId })} download>
        导出督办台账
      </a>
      <Link className="button-link" to={`/programmes/${programmeId}/supervision-settings`}>
        督办规则
      </Link>
      {registering && (
        <RegisterDialog
          programmeId={programmeId}
          page={page}
          onDone={(orderId) => void navigate({ to: `/orders/${orderId}` })}
          onCancel={() => setRegistering(false)}
        />
      )}
    </div>
  )
}

function Supervision({ page, programmeId }: { page: SupervisionPage; programmeId: string }) {
  const open = page.orders.filter((order) => !isEnded(order))
  const ended = page.orders.filter(isEnded)
  return (
    <>
      <Opening page={page} />
      <Acts page={page} programmeId={programmeId} />
      <ProposalList page={page} />
      {open.length > 0 ? (
        <Sheet title={`在办 ${open.length}`}>
          <OrderTable caption="在办督办事项" orders={open} today={page.today} byLevel />
        </Sheet>
      ) : (
        <EmptyState title="没有在办的督办事项">
          {page.can.takeProposal.allowed
            ? '每天按亮灯、报送和时限核对一次，需要督办的会列成建议；也可以直接立项。'
            : '发给您单位的提示、催办和督办单会出现在这里。'}
        </EmptyState>
      )}
      {page.circulars.length > 0 && (
        <Sheet title={`通报 ${page.circulars.length}`}>
          <PaperList papers={page.circulars} />
        </Sheet>
      )}
      <ProposalList page={page} aside />
      {ended.length > 0 && (
        <Sheet title={`已销号、已撤销 ${ended.length}`}>
          <OrderTable caption="已销号、已撤销的督办事项" orders={ended} today={page.today} />
        </Sheet>
      )}
    </>
  )
}

function Loaded({ programmeId }: { programmeId: string }) {
  const page = useRead(supervisionContract.listOrders, { programmeId })
  return <Reading of={page}>{(view) => <Supervision page={view} programmeId={programmeId} />}</Reading>
}

/** Supervision of a programme: what the figures call for, what is open, what went out. */
export function Page() {
  return <ProgrammeFrame tab="督办">{({ id }) => <Loaded programmeId={id} />}</ProgrammeFrame>
}
