import { Tooltip } from 'antd'

interface NameListProps {
  names: readonly string[]
  /** How many are written out before “等 5 家”. */
  shown?: number
  unit?: string
  /** What to say when there is none. */
  none?: string
}

/** “市科技局 等 5 家”: the rest on hover and focus, and in print in full. */
export function NameList({ names, shown = 1, unit = '家', none = '未明确' }: NameListProps) {
  if (names.length === 0) return <span className="quiet">{none}</span>
  if (names.length <= shown) return <span>{names.join('、')}</span>
  return (
    <>
      <Tooltip title={names.join('、')}>
        <button type="button" className="plain-button name-list no-print">
          {names.slice(0, shown).join('、')} <span className="quiet">{`等 ${names.length} ${unit}`}</span>
          <span className="unseen">{`：${names.slice(shown).join('、')}`}</span>
        </button>
      </Tooltip>
      <span className="only-print">{names.join('、')}</span>
    </>
  )
}
