import { Pagination } from 'antd'
import { useSetUrlWords, useUrlWord } from './url-state.ts'

interface PagesProps {
  /** Rows of all pages. */
  total: number
  /** How many a page has when nothing is said. */
  usual: number
  measure: string
  /** How many a page may have. */
  sizes?: readonly number[]
  /** Before its words in the address, where a page has several lists. */
  prefix?: string
}

/** Turns the pages of a list that is paged at the server; the address keeps `page` and `size`. */
export function Pages({ total, usual, measure, sizes = [50, 100, 200, 500], prefix = '' }: PagesProps) {
  const set = useSetUrlWords()
  const size = Number(useUrlWord(`${prefix}size`) || usual)
  const page = Number(useUrlWord(`${prefix}page`) || 1)
  return (
    <Pagination
      className="pages no-print"
      size="small"
      total={total}
      current={page}
      pageSize={size}
      pageSizeOptions={[...sizes]}
      showSizeChanger
      showTotal={(all, [from, to]) => `第 ${from}—${to} ${measure}，共 ${all} ${measure}`}
      onChange={(next, wanted) => {
        set({
          [`${prefix}page`]: next === 1 ? '' : String(next),
          [`${prefix}size`]: wanted === usual ? '' : String(wanted),
        })
        window.scrollTo({ top: 0 })
      }}
    />
  )
}
