import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { minuteOf } from '#kernel/moment.ts'
import { useRead } from '#ui/client.ts'
import { Lamp } from '#ui/lamp.tsx'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { lampContract, lampTitles, type SnapshotProof } from '../contract.ts'

function sentenceOf({ days, tasks, from, to, differing }: SnapshotProof): string {
  if (days === 0) return '还没有留存。每天零点后留存前一天的灯色，明天起可以核对。'
  const stretch = `${from} 至 ${to}，${days} 天 ${tasks} 条`
  return differing.length === 0
    ? `${stretch}：当日留存与重算一致。`
    : `${stretch}：有 ${differing.length} 条不一致，请联系审计员。`
}

function Proof({ proof }: { proof: SnapshotProof }) {
  return (
    <>
      <p>
        {sentenceOf(proof)}
        <span className="quiet"> 核对时间 {minuteOf(proof.checkedAt)}</span>
      </p>
      <ul className="lamp-differing">
        {proof.differing.map(({ day, taskId, title, kept, again }) => (
          <li key={`${day}${taskId}`}>
            {day} {title}：留存
            {kept ? <Lamp colour={kept} label={lampTitles[kept]} withLabel /> : '无'}，重算
            {again ? <Lamp colour={again} label={lampTitles[again]} withLabel /> : '无'}
          </li>
        ))}
      </ul>
      {proof.corrected.length > 0 && (
        <>
          <p>下列日子的灯色按更正前的数留存，不改：</p>
          <ul className="lamp-differing">
            {proof.corrected.map(({ from, to, days, taskId, text }) => (
              <li key={`${from}${taskId}${text}`}>
                {from === to ? from : `${from} 至 ${to}，${days} 天`}：<Link to={`/tasks/${taskId}`}>{text}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Checked({ programmeId }: { programmeId: string }) {
  return (
    <Reading of={useRead(lampContract.verifySnapshots, { programmeId })}>{(proof) => <Proof proof={proof} />}</Reading>
  )
}

/** What was kept each day held against the same day judged again; asked for, for it takes a while. */
export function KeptProof({ programmeId }: { programmeId: string }) {
  const [asked, setAsked] = useState(false)
  return (
    <div className="no-print">
      <Sheet title="留存核对" aside={!asked && <Button onClick={() => setAsked(true)}>核对最近 31 天</Button>}>
        {asked ? (
          <Checked programmeId={programmeId} />
        ) : (
          <p className="quiet">每天的灯色在当天结束后留存。核对时按当日已知的数据重新判断，两者应当一致。</p>
        )}
      </Sheet>
    </div>
  )
}
