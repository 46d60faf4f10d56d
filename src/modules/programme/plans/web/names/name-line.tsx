import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Span } from '#kernel/span.ts'
import { Lamp } from '#ui/lamp.tsx'
import { useNotices } from '#ui/notices.tsx'
import type { NameMatch, Problem, Settlement } from '../../contract.ts'
import { isUnsettled, matchTitles, mentionWords } from './name-words.ts'
import { OtherAgency } from './other-agency.tsx'

interface NameLineProps {
  row: NameMatch
  onSettle?: (settlements: Settlement[]) => Promise<unknown>
  onGo: (at: Span) => void
  asked?: string
  /** What stands against publishing because of it. */
  problem?: Problem
  onAccept?: (problem: Problem) => void
  onWithdraw?: (problem: Problem) => void
}

interface ChoicesProps extends Pick<NameLineProps, 'row' | 'problem' | 'onAccept'> {
  onSettle: NonNullable<NameLineProps['onSettle']>
}

/** The ways to settle one name: each likely agency, another one, a new one. */
function Choices({ row: { name, match }, onSettle, problem, onAccept }: ChoicesProps) {
  const [pending, setPending] = useState(false)
  const { refused } = useNotices()
  const settle = (settlement: Settlement) => {
    setPending(true)
    onSettle([settlement])
      .catch(refused)
      .finally(() => setPending(false))
  }
  return (
    <div className="name-choices">
      {match.candidates.map(({ agencyId, name: candidate, reason }) => (
        <Button
          key={agencyId}
          size="small"
          title={reason}
          disabled={pending}
          onClick={() => settle({ as: 'alias', name, agencyId })}
        >
          {`就是${candidate}`}
        </Button>
      ))}
      <Button size="small" disabled={pending} onClick={() => settle({ as: 'new', name, standardName: name })}>
        新增为单位
      </Button>
      <OtherAgency name={name} onSettle={settle} />
      {problem && onAccept && (
        <Button size="small" type="text" onClick={() => onAccept(problem)}>
          说明理由后接受
        </Button>
      )}
    </div>
  )
}

/** One name: how it was matched and why, where it stands, and while nobody is sure, what it may be. */
export function NameLine({ row, onSettle, onGo, asked, problem, onAccept, onWithdraw }: NameLineProps) {
  const { name, mentions, match } = row
  const line = useRef<HTMLLIElement>(null)
  const [next, setNext] = useState(0)
  const isAsked = asked === name
  useEffect(() => {
    if (isAsked) line.current?.scrollIntoView({ block: 'center' })
  }, [isAsked])
  const go = () => {
    const at = mentions[next % mentions.length]
    if (at) onGo(at)
    setNext(next + 1)
  }
  const unsettled = isUnsettled(row)
  const accepted = problem?.accepted
  return (
    <li className="name-line" ref={line} data-asked={isAsked}>
      <p>
        {unsettled && <Lamp colour={accepted ? 'grey' : 'red'} label={accepted ? '已接受' : '待确认'} size={10} />}
        <b>{name}</b>
        <span className="quiet">{matchTitles[match.kind]}</span>
        <button type="button" className="plain-button name-mentions" onClick={go} title="在原文中逐处查看">
          {mentionWords(row)}
        </button>
      </p>
      {match.kind !== 'unknown' && match.kind !== 'exact' && <p className="quiet">{match.explanation}</p>}
      {accepted && (
        <p className="quiet">
          {`已接受（${accepted.by}）：${accepted.reason}`}
          {onWithdraw && (
            <Button size="small" type="link" onClick={() => onWithdraw(problem)}>
              撤回
            </Button>
          )}
        </p>
      )}
      {unsettled && !accepted && onSettle && <Choices {...{ row, onSettle, problem, onAccept }} />}
    </li>
  )
}
