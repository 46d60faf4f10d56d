import { Pagination } from 'antd'
import { useSetUrlWords, useUrlWord } from './url-state.ts'

interface PagesProps {
  /** Rows of all pages. */
  total: number
  /** How many a page has when nothing is said. */
  usual: number
  measure: string
}

/** Turns the pages of a list that is paged at the server; the address keeps `page` and `size`. */
export function Pages({ total, usual, measure }: PagesProps) {
  const set = useSetUrlWords()
  const size = Number(useUrlWord('size') || usual)
  const page = Number(useUrlWord('page') || 1)
  return (
    <Pagination
      className="pages no-print"
      size="small"
      total={total}
      current={page}
      pageSize={size}
      pageSizeOptions={[50, 100, 200, 500]}
      showSizeChanger
      showTotal={(all, [from, to]) => `第 ${from}—${to} ${measure}，共 ${all} ${measure}`}
      onChange={(next, wanted) => {
        set({ page: next === 1 ? '' : String(next), size: wanted === usual ? '' : String(wanted) })
        window.scrollTo({ top: 0 })
      }}
    />
  )
}
