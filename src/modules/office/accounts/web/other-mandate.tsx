import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useChooseMandate, useMandates } from './session.ts'

/** In place of a page that concerns the person in another of their mandates: they choose it, and the page opens. */
export function OtherMandate({ mandateId, onward }: { mandateId: string; onward: string }) {
  const mandates = useMandates(true)
  const choose = useChooseMandate()
  return (
    <Reading of={mandates}>
      {(all) => {
        const wanted = all.find(({ id }) => id === mandateId)
        if (!wanted)
          return (
            <EmptyState title="这项内容是发给您以前的身份的" action={<Link to="/">回到首页</Link>}>
              该身份已经结束，不能再查看。需要了解情况的，请联系现任人员。
            </EmptyState>
          )
        return (
          <EmptyState
            title={`这项内容是发给您“${wanted.title}”身份的`}
            action={
              <Button type="primary" loading={choose.isPending} onClick={() => choose.mutate({ mandateId, onward })}>
                切换身份并打开
              </Button>
            }
          >
            切换后，页面上的待办和数据都按该身份显示。
          </EmptyState>
        )
      }}
    </Reading>
  )
}
