import { Link } from '@tanstack/react-router'
import { useOfProgramme } from '#modules/programme/programmes/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { type OrderPage, orderStateTitles, supervisionContract } from '../contract.ts'
import { AgencyActBar } from './agency-act-bar.tsx'
import { DaysLeft } from './days-left.tsx'
import { EntryList } from './entry-list.tsx'
import { LevelTag } from './level-tag.tsx'
import { NodeLine } from './node-line.tsx'
import { OfficeActBar } from './office-act-bar.tsx'
import { PaperList } from './paper-list.tsx'
import { RequestList } from './request-list.tsx'

function factsOf(order: OrderPage): readonly Fact[] {
  return [
    { label: '任务', value: <Link to={`/tasks/${order.taskId}`}>{order.taskTitle}</Link> },
    { label: '来源', value: order.source },
    { label: '承办单位', value: order.host },
    { label: '协办单位', value: order.assists.map(({ name }) => name).join('、') || <span className="quiet">无</span> },
    { label: '办理要求', value: order.requirement },
    { label: '办理时限', value: <DaysLeft order={order} today={order.today} /> },
    ...(order.urges > 0 ? [{ label: '催办', value: `${order.urges} 次` }] : []),
    ...(order.grounds.length > 0
      ? [
          {
            label: '依据',
            value: (
              <ul className="ground-list">
                {order.grounds.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ]
}

function whyNothing({ can, state }: OrderPage): string | null {
  if (Object.values(can).some(({ allowed }) => allowed)) return null
  if (state === 'closed' || state === 'withdrawn') return `这件事项${orderStateTitles[state]}，不需要再办理。`
  return can.receive.reason ?? can.review.reason
}

function Order({ order }: { order: OrderPage }) {
  const { programmeId, programmeTitle, number, matter, level, state } = order
  useOfProgramme(programmeId)
  const why = whyNothing(order)
  return (
    <Screen
      title={matter}
      tab={number ?? '督办事项'}
      width="reading"
      crumbs={[
        { label: programmeTitle, to: `/programmes/${programmeId}` },
        { label: '督办', to: `/programmes/${programmeId}/supervision` },
      ]}
      meta={
        <>
          <LevelTag level={level} standing={order.standing} /> {number ?? '尚未编号'} · {orderStateTitles[state]}
        </>
      }
    >
      <Sheet>
        <NodeLine nodes={order.nodes} />
      </Sheet>
      <Sheet>
        <div className="order-acts no-print">
          <AgencyActBar order={order} />
          <OfficeActBar order={order} />
        </div>
        {why && <p className="quiet order-why">{why}</p>}
        <FactList facts={factsOf(order)} none="无" />
      </Sheet>
      {order.requests.length > 0 && (
        <Sheet title="延期与异议">
          <RequestList order={order} />
        </Sheet>
      )}
      {order.papers.length > 0 && (
        <Sheet title="文书">
          <PaperList papers={order.papers} records={order.can.withdraw.allowed} />
        </Sheet>
      )}
      <Sheet title="办理过程">
        <EntryList entries={order.entries} />
      </Sheet>
    </Screen>
  )
}

/** One case: where it stands, what it asks, every paper and every word. */
export function Page() {
  const order = useRead(supervisionContract.getOrder, { orderId: usePathWord('orderId') })
  return (
    <Reading
      of={order}
      loading={
        <Screen title="督办事项" width="reading">
          {null}
        </Screen>
      }
    >
      {(view) => <Order order={view} />}
    </Reading>
  )
}
