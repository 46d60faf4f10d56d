import { Link } from '@tanstack/react-router'
import { useDocumentTitle } from '#ui/page.tsx'
import { EmptyState } from '#ui/states.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  useDocumentTitle('没有这个页面')
  return (
    <EmptyState title="没有这个页面" action={<Link to="/">回到首页</Link>}>
      地址可能抄错了，或者内容已经移走。
    </EmptyState>
  )
}
