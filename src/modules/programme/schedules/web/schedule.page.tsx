import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ProgrammeView } from '#modules/programme/programmes/contract.ts'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead, useWrite } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { useSetUrlWords, useUrlList, useUrlWord } from '#ui/url-state.ts'
import { type ScheduleBoard, scheduleContract } from '../contract.ts'
import { lineStates, lineStateTitles, listLines } from '../domain/board-lines.ts'
import { CalendarNote, Troubles } from './board-notes.tsx'
import { BoardOpening } from './board-opening.tsx'
import { GanttChart } from './gantt-chart.tsx'
import { UpcomingSteps } from './upcoming-steps.tsx'
import './schedule.css'
import './gantt.css'

const same = (name: string) => ({ value: name, label: name })

function filtersOf({ tasks }: ScheduleBoard): readonly Filter[] {
  const leads = [...new Set(tasks.flatMap((task) => task.leads))]
  return [
    { kind: 'text', word: 'q', placeholder: '任务或步骤' },
    { kind: 'many', word: 'agency', label: '牵头单位', options: leads.map(same) },
    {
      kind: 'one',
      word: 'state',
      label: '状态',
      options: lineStates.map((state) => ({ value: state, label: lineStateTitles[state] })),
    },
    {
      kind: 'view',
      word: 'range',
      label: '时间范围',
      options: [
        { value: 'all', label: '全程' },
        { value: 'year', label: '今年' },
        { value: 'near', label: '近半年' },
      ],
    },
  ]
}

function useLines(board: ScheduleBoard) {
  const filter = { text: useUrlWord('q'), leads: useUrlList('agency'), state: useUrlWord('state') }
  return listLines(board.tasks, { ...filter, isOwnOnly: false, today: board.on })
}

function Acts({ board }: { board: ScheduleBoard }) {
  const { programmeId, on } = board
  const schedule = useWrite(scheduleContract.scheduleProgramme)
  const isMissing = board.tasks.some(({ templateTitle }) => templateTitle === '')
  return (
    <div className="schedule-acts">
      {isMissing && board.can.scheduleProgramme.allowed && (
        <Button loading={schedule.isPending} onClick={() => schedule.mutate({ programmeId })}>
          补排工期
        </Button>
      )}
      <Link className="button-link" to={`/programmes/${programmeId}/schedule/compare`}>
        两日对比
      </Link>
      <a className="button-link" href={downloadUrl(scheduleContract.exportSchedules, { programmeId, on })} download>
        导出倒排工期表
      </a>
      <Link className="button-link" to="/schedule-templates">
        工期模板
      </Link>
      <Button onClick={() => window.print()}>打印</Button>
    </div>
  )
}

function PastDay({ board }: { board: ScheduleBoard }) {
  const set = useSetUrlWords()
  if (board.on === board.today) return null
  return (
    <p className="schedule-note">
      这里是 {board.on} 当天的工期。
      <Button type="link" size="small" onClick={() => set({ on: '' })}>
        回到今天
      </Button>
    </p>
  )
}

function Board({ board }: { board: ScheduleBoard }) {
  const lines = useLines(board)
  const { tasks } = board
  const count = lines.length === tasks.length ? `${tasks.length} 项` : `${lines.length} 项，共 ${tasks.length} 项`
  if (tasks.length === 0)
    return <EmptyState title="没有本单位牵头或参与的任务">这里显示本单位牵头和参与的任务的工期。</EmptyState>
  return (
    <>
      <PastDay board={board} />
      <BoardOpening board={board} />
      <CalendarNote board={board} />
      <div className="schedule-top">
        <Troubles board={board} />
        <UpcomingSteps board={board} lines={lines} />
      </div>
      <FilterBar filters={filtersOf(board)} count={count} aside={<Acts board={board} />} />
      {lines.length === 0 ? (
        <EmptyState title="没有符合条件的任务">放宽筛选条件再看。</EmptyState>
      ) : (
        <GanttChart board={board} lines={lines} />
      )}
    </>
  )
}

function Schedule({ programme }: { programme: ProgrammeView }) {
  const on = useUrlWord('on')
  const board = useRead(scheduleContract.getBoard, { programmeId: programme.id, ...(on !== '' && { on }) })
  return <Reading of={board}>{(view) => <Board board={view} />}</Reading>
}

/** All tasks of a programme with their steps on one time axis; conflicts first, then what comes up. */
export function Page() {
  return <ProgrammeFrame tab="倒排工期">{(programme) => <Schedule programme={programme} />}</ProgrammeFrame>
}
