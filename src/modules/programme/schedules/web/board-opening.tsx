import { Link } from '@tanstack/react-router'
import type { ScheduleBoard } from '../contract.ts'
import { type LineState, stateOf } from '../domain/board-lines.ts'

function Count({ board, state, text }: { board: ScheduleBoard; state: LineState; text: string }) {
  const n = board.tasks.filter((task) => stateOf(task, board.on) === state).length
  if (n === 0) return null
  return (
    <>
      ，
      <Link to="." search={(old: object) => ({ ...old, state })} data-state={state}>
        {n} 项{text}
      </Link>
    </>
  )
}

/** Where the schedule stands, in one sentence whose numbers lead to their tasks. */
export function BoardOpening({ board }: { board: ScheduleBoard }) {
  const bars = board.tasks.flatMap((task) => task.bars)
  const done = bars.filter(({ doneOn }) => doneOn !== null).length
  return (
    <p className="schedule-opening">
      {board.tasks.length} 项任务共 {bars.length} 个步骤，已办结 {done} 个
      <Count board={board} state="current" text="有步骤应在办" />
      <Count board={board} state="late" text="按现在的进度来不及" />
      <Count board={board} state="failed" text="排不出工期" />
      <Count board={board} state="ahead" text="未到开始时间" />
      <Count board={board} state="done" text="全部办结" />。<span className="quiet">截至 {board.on}</span>
    </p>
  )
}
