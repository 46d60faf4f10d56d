import { Button } from 'antd'
import { useState } from 'react'
import { shortDay } from '#kernel/day.ts'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { SettingsDrawer } from '#modules/programme/reporting/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { type BoardView, reportContract } from '../contract.ts'
import { BoardTable } from './board-table.tsx'
import { BurdenTable } from './burden-table.tsx'
import { ColleagueSettings } from './colleague-settings.tsx'
import './board.css'

/** One sentence from the figures: who has said how much of what is open. */
function opening({ rows, cycles }: BoardView): string {
  const newest = rows.flatMap(({ cells }) => cells.slice(-1)).filter(({ asked }) => asked > 0)
  const asked = newest.reduce((sum, cell) => sum + cell.asked, 0)
  const open = newest.reduce((sum, cell) => sum + cell.missing, 0)
  const silent = newest.filter((cell) => cell.missing > 0).length
  const due = cycles.at(-1)?.dueOn ?? ''
  if (asked === 0) return '本期没有要报送的任务。'
  const day = shortDay(due)
  return open === 0
    ? `本期 ${asked} 项已全部报送。`
    : `本期应报 ${asked} 项，已报 ${asked - open} 项；${silent} 个单位还有 ${open} 项未报，${day}截止。`
}

function Board({ board, programmeId }: { board: BoardView; programmeId: string }) {
  const [settings, setSettings] = useState(false)
  const drawer = (
    <SettingsDrawer
      programmeId={programmeId}
      open={settings}
      onClose={() => setSettings(false)}
      people={<ColleagueSettings />}
    />
  )
  if (board.rows.length === 0)
    return (
      <EmptyState
        title="还没有要报送的任务"
        action={board.can.openSettings && <Button onClick={() => setSettings(true)}>报送设置</Button>}
      >
        任务的牵头单位在单位名录中登记后，到报送期就会出现在这里。
        {drawer}
      </EmptyState>
    )
  return (
    <div className="board-page">
      <div className="board-opening">
        <p>{opening(board)}</p>
        <span className="board-acts no-print">
          <Button href={downloadUrl(reportContract.exportBoard, { programmeId })} download>
            导出报送情况表
          </Button>
          {board.can.openSettings && <Button onClick={() => setSettings(true)}>报送设置</Button>}
        </span>
      </div>
      <BoardTable board={board} />
      {board.questions.map(({ id, text, answers }) => (
        <Sheet key={id} title={`附加问题：${text}`}>
          {answers.length === 0 ? (
            <p className="quiet">还没有单位回答。</p>
          ) : (
            <ul className="board-answers">
              {answers.map(({ agencyName, answer }) => (
                <li key={agencyName}>
                  <span className="quiet">{agencyName}</span> {answer}
                </li>
              ))}
            </ul>
          )}
        </Sheet>
      ))}
      <BurdenTable board={board} />
      {drawer}
    </div>
  )
}

/** Agencies × cycles: who reported, who late, who not, and what it cost them. */
export function Page() {
  return <ProgrammeFrame tab="报送">{({ id }) => <BoardOf programmeId={id} />}</ProgrammeFrame>
}

function BoardOf({ programmeId }: { programmeId: string }) {
  const board = useRead(reportContract.getBoard, { programmeId })
  return <Reading of={board}>{(view) => <Board board={view} programmeId={programmeId} />}</Reading>
}
