import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { lampTitles } from '#modules/programme/lamps/contract.ts'
import { Lamp } from '#ui/lamp.tsx'
import type { AgendaItemView } from '../contract.ts'
import { agendaReasonTitles } from '../domain/agenda.ts'

interface AgendaCardProps {
  item: AgendaItemView
  place: number
  isLast: boolean
  may: boolean
  held: boolean
  onHold: (hold: boolean) => void
  onDrop: () => void
  onMove: (by: number) => void
  onRemove: () => void
}

/** Reasons that stand open; the rest unfolds. */
const shown = 2

function Reasons({ reasons }: { reasons: AgendaItemView['reasons'] }) {
  return (
    <ul className="agenda-why">
      {reasons.map(({ kind, text }) => (
        <li key={`${kind}${text}`}>
          <span className="kind-tag" data-reason={kind}>
            {agendaReasonTitles[kind]}
          </span>
          {text}
        </li>
      ))}
    </ul>
  )
}

function Why({ item }: { item: AgendaItemView }) {
  const { reasons, facts, asked, proposedAs, addedBy, corrected } = item
  const more = reasons.slice(shown)
  const figures = facts?.figures ?? []
  return (
    <>
      <Reasons reasons={reasons.slice(0, shown)} />
      {(more.length > 0 || figures.length > 0) && (
        <details className="agenda-more">
          <summary>
            {[more.length > 0 ? `另有 ${more.length} 条理由` : '', figures.length > 0 ? `${figures.length} 个目标` : '']
              .filter(Boolean)
              .join('，')}
          </summary>
          <Reasons reasons={more} />
          <ul className="agenda-figures">
            {figures.map(({ targetId, text, mayOpen }) => (
              <li key={targetId}>{mayOpen ? <Link to={`/targets/${targetId}`}>{text}</Link> : text}</li>
            ))}
          </ul>
        </details>
      )}
      {corrected.length > 0 && (
        <p className="paper-corrected">本项引用的数字其后更正：{corrected.join('；')}。已印发的材料不变。</p>
      )}
      {asked !== '' && <p className="agenda-asked">{asked}</p>}
      {proposedAs === null && <p className="quiet">{addedBy} 添加</p>}
    </>
  )
}

/** One item: its reasons and figures; it can be dragged, or moved by keys and buttons. */
export function AgendaCard(props: AgendaCardProps) {
  const { item, place, isLast, may, held, onHold, onDrop, onMove, onRemove } = props
  const lamp = item.facts?.lamp ?? null
  const keys = (e: KeyboardEvent) => {
    if (!may || !e.altKey || (e.key !== 'ArrowUp' && e.key !== 'ArrowDown')) return
    e.preventDefault()
    onMove(e.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      className="agenda-item"
      data-held={held}
      draggable={may}
      onDragStart={() => onHold(true)}
      onDragEnd={() => onHold(false)}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault()
        onDrop()
      }}
      onKeyDown={keys}
    >
      <span className="agenda-place">
        {may && <HolderOutlined className="no-print" aria-hidden />}
        {place}
      </span>
      <div className="agenda-body">
        <p className="agenda-title">
          {lamp !== null && <Lamp colour={lamp} label={lampTitles[lamp]} />}
          {item.taskId === null ? item.title : <Link to={`/tasks/${item.taskId}`}>{item.title}</Link>}
        </p>
        {item.facts && item.facts.leads.length > 0 && <p className="quiet">牵头：{item.facts.leads.join('、')}</p>}
        <Why item={item} />
      </div>
      {may && (
        <span className="agenda-moves no-print">
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={`上移“${item.title}”`}
            disabled={place === 1}
            onClick={() => onMove(-1)}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={`下移“${item.title}”`}
            disabled={isLast}
            onClick={() => onMove(1)}
          />
          <Button size="small" type="text" onClick={onRemove}>
            移除
          </Button>
        </span>
      )}
    </li>
  )
}
